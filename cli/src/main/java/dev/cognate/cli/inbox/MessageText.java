package dev.cognate.cli.inbox;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.Visible;
import java.util.ArrayList;
import java.util.List;

/** Prints messages for people: they may hold what strangers wrote. */
final class MessageText {
    private static final int WIDEST = 40;
    private static final List<String> HEADINGS = List.of("SENT", "TO", "USER", "CODE", "SUBJECT", "ID");

    private MessageText() {}

    /** A table of messages, with a hint below it. */
    static String table(List<Message> messages) {
        if (messages.isEmpty()) {
            return "No messages.\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        messages.forEach(message -> rows.add(row(message)));
        StringBuilder text = new StringBuilder();
        int[] widths = widths(rows);
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        String count = messages.size() == 1 ? "1 message" : messages.size() + " messages";
        return text.append('\n')
                .append(count)
                .append(". Read one with: cognate inbox show <id>\n")
                .toString();
    }

    /** A whole message. */
    static String whole(Message message) {
        StringBuilder text = new StringBuilder();
        field(text, "To", message.destination() + (message.medium().isEmpty() ? "" : " (" + message.medium() + ")"));
        field(text, "Sent", message.sentAt());
        field(text, "User", message.text("username"));
        field(text, "Pool", message.text("userPoolId"));
        field(text, "Client", message.text("clientId"));
        field(text, "Because", message.text("triggerSource"));
        field(text, "Subject", message.text("subject"));
        field(text, "Code", message.text("code"));
        field(text, "Link", message.text("link"));
        return text.append('\n')
                .append(Visible.lines(message.text("body")).stripTrailing())
                .append('\n')
                .toString();
    }

    /** The messages as the server told them, as JSON. */
    static String json(List<Message> messages) {
        List<JsonValue> values = new ArrayList<>();
        messages.forEach(message -> values.add(message.json()));
        return json(new Items(values));
    }

    /** What the server told, as JSON. */
    static String json(JsonValue told) {
        return Visible.json(JsonWriter.indented(told)) + "\n";
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name)
                    .append(':')
                    .repeat(" ", 9 - name.length())
                    .append(Visible.line(value))
                    .append('\n');
        }
    }

    private static List<String> row(Message message) {
        String code = message.text("code").isEmpty() ? "-" : message.text("code");
        return List.of(
                Visible.line(seconds(message.sentAt())),
                shortened(message.destination()),
                shortened(message.text("username")),
                shortened(code),
                shortened(message.text("subject").isEmpty() ? message.text("body") : message.text("subject")),
                Visible.line(message.id()));
    }

    /** {@code 2026-11-21T10:00:00.123Z} as {@code 2026-11-21 10:00:00}. */
    private static String seconds(String sentAt) {
        return sentAt.length() < 19 ? sentAt : sentAt.substring(0, 19).replace('T', ' ');
    }

    private static String shortened(String text) {
        String line = Visible.line(text);
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            line.append(cell).repeat(" ", widths[i] - cell.length() + 2);
        }
        return line.toString().stripTrailing();
    }
}
