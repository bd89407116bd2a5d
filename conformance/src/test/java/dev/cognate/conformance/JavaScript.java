package dev.cognate.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The scripts for Node.js, and the libraries that npm installs beside the copy of them under {@code target}. */
final class JavaScript {
    private static final Path FOLDER = Installed.folder("javascript");

    private JavaScript() {}

    static Path script(String name) {
        return FOLDER.resolve(name);
    }

    /** Installs the versions that the lock file names; what asks for it is left out where that is impossible. */
    static void install() {
        Installed.require(
                Shell.has("node") && Shell.has("npm"),
                "Node.js and npm are not on the PATH: the tests of the JavaScript clients are left out");
        if (!isInstalled()) {
            Shell.Result npm = Shell.run(
                    Map.of(),
                    List.of(
                            "npm",
                            "ci",
                            "--prefix",
                            FOLDER.toString(),
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline",
                            // Two attempts, a second apart: without a network the default waits for minutes.
                            "--fetch-retries=1",
                            "--fetch-retry-mintimeout=1000"));
            Installed.require(
                    npm.status() == 0,
                    "npm could not install the JavaScript clients: their tests are left out: " + reason(npm));
        }
    }

    private static String reason(Shell.Result npm) {
        return npm.err()
                .lines()
                .filter(line -> line.startsWith("npm error"))
                .findFirst()
                .orElse("exit status " + npm.status());
    }

    /** npm leaves its own copy of the lock file where it has finished. */
    private static boolean isInstalled() {
        Path lock = script("package-lock.json");
        Path installed = script("node_modules/.package-lock.json");
        try {
            return Files.exists(installed)
                    && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
