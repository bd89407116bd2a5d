package dev.cognate.cli.output;

import dev.cognate.cli.terminal.CliError;
import java.util.ArrayList;
import java.util.List;

/** A box of a table: a title, a line of headers, rows, all of the same number of cells. */
final class TableSection {
    private static final int PADDING = 4;
    private static final int BORDERS = 2;

    private final WideCharacters characters;
    private final String title;
    private final int indent;
    private final List<String> headers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int cells = -1;
    private List<Integer> widest = new ArrayList<>();

    TableSection(WideCharacters characters, String title, int indent) {
        this.characters = characters;
        this.title = title;
        this.indent = indent;
    }

    String title() {
        return title;
    }

    /** How many boxes lie around this one. */
    int indent() {
        return indent;
    }

    List<String> headers() {
        return headers;
    }

    List<List<String>> rows() {
        return rows;
    }

    void setHeaders(List<String> names) {
        cells = cells < 0 ? names.size() : cells;
        headers.clear();
        headers.addAll(names);
        widen(names);
    }

    /** @throws CliError.General when the row has another number of cells than those before it */
    void addRow(List<String> row) {
        cells = cells < 0 ? row.size() : cells;
        if (row.size() != cells) {
            throw new CliError.General("Row should have " + cells + " elements, instead it has " + row.size());
        }
        rows.add(row);
        widen(row);
    }

    private void widen(List<String> row) {
        if (widest.isEmpty()) {
            widest = new ArrayList<>(row.stream().map(characters::columns).toList());
            return;
        }
        for (int i = 0; i < row.size(); i++) {
            widest.set(i, Math.max(widest.get(i), characters.columns(row.get(i))));
        }
    }

    /** The columns that the box takes with its borders and those of the boxes around it. */
    int width() {
        int content = widest.stream().mapToInt(width -> width + PADDING).sum();
        int around = BORDERS + 2 * indent;
        return Math.max(characters.columns(title), content) + around;
    }

    /** The widths of the cells, stretched so that together they fill the box. */
    List<Integer> cellWidths(int whole) {
        List<Integer> widths = new ArrayList<>();
        double factor = whole
                / (double) widest.stream().mapToInt(width -> width + PADDING).sum();
        widest.forEach(width -> widths.add((int) Math.rint(factor * (width + PADDING))));
        int excess = widths.stream().mapToInt(Integer::intValue).sum() - whole;
        // What rounding took or gave is spread over the cells: taken from the first ones, given to the last ones.
        for (int i = 0; excess != 0 && !widths.isEmpty(); i = (i + 1) % widths.size()) {
            int position = excess > 0 ? i : widths.size() - 1 - i;
            widths.set(position, widths.get(position) - Integer.signum(excess));
            excess -= Integer.signum(excess);
        }
        return widths;
    }

    /** The same box with its only row turned into lines of a name and a value; any other box as it is. */
    TableSection upright() {
        if (rows.size() != 1 || headers.isEmpty()) {
            return this;
        }
        TableSection upright = new TableSection(characters, title, indent);
        for (int i = 0; i < headers.size(); i++) {
            upright.addRow(List.of(headers.get(i), rows.getFirst().get(i)));
        }
        return upright;
    }
}
