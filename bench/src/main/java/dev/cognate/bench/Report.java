package dev.cognate.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run. Each is printed when it comes; all of them are written as tables in the end. */
final class Report {
    private final PrintWriter out;
    private final boolean brief;
    private final Map<String, List<Figure>> sections = new LinkedHashMap<>();
    private List<Figure> current = new ArrayList<>();

    Report(PrintWriter out, boolean brief) {
        this.out = out;
        this.brief = brief;
    }

    /** The figures from here on belong to this benchmark. */
    void section(String name) {
        current = new ArrayList<>();
        sections.put(name, current);
        out.println();
        out.println(name);
    }

    /** Says what is being done, for whoever waits. */
    void progress(String text) {
        out.println("  ... " + text);
    }

    void add(Figure figure) {
        current.add(figure);
        out.printf("  %-58s %-34s %s%n", figure.what(), figure.value(), figure.ratio());
        if (figure.met() != null) {
            out.printf("  %-58s aim %s: %s%n", "", figure.aim(), figure.verdict());
        }
    }

    /** Writes the tables, and returns where they are. */
    Path write(Path file, InstantSource clock) throws IOException {
        StringBuilder text = new StringBuilder("Measured on ")
                .append(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate())
                .append(brief ? ", in the short form that only shows that everything works.\n" : ".\n");
        sections.forEach((name, figures) -> {
            text.append("\n### ")
                    .append(name)
                    .append("\n\n| figure | measured | ratio | aim | |\n|---|---|---|---|---|\n");
            figures.forEach(figure -> text.append("| ")
                    .append(String.join(
                            " | ", figure.what(), figure.value(), figure.ratio(), figure.aim(), figure.verdict()))
                    .append(" |\n"));
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text);
    }
}
