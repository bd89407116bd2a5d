package dev.cognate.bench.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A main class of this module in a process of its own, with the settings of the virtual machine that the packaged server
 * has, so that the two differ only in what they do.
 */
public final class JavaProgram {
    private static final List<String> SETTINGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=4",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JavaProgram() {}

    /** Starts it in a folder. */
    static Program start(Class<?> main, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SETTINGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return Program.start(command, environment, folder);
    }
}
