package dev.cognate.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows text with a program of this machine. Reference: oauth-config D14. */
public final class PagerProgram implements Screen.Pager {

    @Override
    public boolean show(String text, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Leaves at once when all fits on the screen, shows colours, and keeps the screen as it was.
        builder.environment().putIfAbsent("LESS", "FRX");
        try {
            Process pager = builder.start();
            write(text, pager);
            pager.waitFor();
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CliError.Interrupted();
        }
    }

    private static void write(String text, Process pager) {
        try (OutputStream in = pager.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException quit) {
            // Whoever reads has seen enough and left before the end.
            return;
        }
    }
}
