package dev.cognate.cli.output;

import java.util.List;

/** Draws the boxes of a table with characters. */
final class TableDrawing {
    private static final String CELL_COLOUR = "\u001b[1m\u001b[34m";
    private static final String BORDER_COLOUR = "\u001b[2m\u001b[33m";
    private static final String RESET = "\u001b[0m";

    private final WideCharacters characters;
    private final TableOutput.Look look;
    /** Stands behind each piece, as in the AWS command line. */
    private final String reset;

    private final StringBuilder text = new StringBuilder();

    TableDrawing(WideCharacters characters, TableOutput.Look look) {
        this.characters = characters;
        this.look = look;
        this.reset = look.coloured() ? RESET : "";
    }

    /** The drawing of these sections. */
    String of(List<TableSection> sections) {
        List<TableSection> drawn = sections;
        if (width(drawn) > look.columns()) {
            drawn = sections.stream().map(TableSection::upright).toList();
        }
        int width = width(drawn);
        text.repeat("-", width).append('\n');
        text.append(reset);
        drawn.forEach(section -> section(section, width - 2 * section.indent()));
        return text.toString();
    }

    private static int width(List<TableSection> sections) {
        return sections.stream().mapToInt(TableSection::width).max().orElse(0);
    }

    private void section(TableSection section, int width) {
        if (!section.title().isEmpty()) {
            line(section, centered(section.title(), width, "|"));
            if (section.headers().isEmpty() && section.rows().isEmpty()) {
                line(section, "+" + "-".repeat(width - 2) + "+");
            }
        }
        List<Integer> widths = section.cellWidths(width);
        if (!section.headers().isEmpty()) {
            line(section, rule(widths));
            line(section, headers(section, widths));
        }
        if (!section.rows().isEmpty() && !widths.isEmpty()) {
            line(section, rule(widths));
            section.rows().forEach(row -> line(section, row(row, widths)));
            line(section, rule(widths));
        }
    }

    private void line(TableSection section, String content) {
        String border = (look.coloured() ? BORDER_COLOUR + "|" + RESET : "|").repeat(section.indent());
        text.append(border).append(reset).append(content).append(reset);
        text.append(border).append(reset).append('\n').append(reset);
    }

    private static String rule(List<Integer> widths) {
        StringBuilder rule = new StringBuilder("+");
        for (int i = 0; i < widths.size(); i++) {
            rule.repeat("-", Math.max(0, widths.get(i) - (i == 0 ? 2 : 1))).append('+');
        }
        return rule.toString();
    }

    private String headers(TableSection section, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            line.append(centered(section.headers().get(i), widths.get(i), i == 0 ? "|" : ""));
        }
        return line.toString();
    }

    private String row(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            line.append(cell(cells.get(i), widths.get(i), i == 0 ? "|" : ""));
        }
        return line.toString();
    }

    private String centered(String content, int width, String left) {
        int columns = characters.columns(content);
        int before = width / 2 - columns / 2 - 1;
        return left + spaces(before) + content + spaces(width - 1 - left.length() - before - columns) + "|";
    }

    private String cell(String content, int width, String left) {
        int columns = characters.columns(content);
        int padding = width - columns - 2 - left.length() - 1 >= 0 ? 2 : 0;
        String shown = look.coloured() ? CELL_COLOUR + content + RESET : content;
        return left + spaces(padding) + shown + spaces(width - left.length() - padding - columns - 1) + "|";
    }

    private static String spaces(int number) {
        return " ".repeat(Math.max(0, number));
    }
}
