package dev.cognate.messaging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text cut at its placeholders: {@code {####}} for the code, {@code {##any text##}} for a link,
 * {@code {username}}. Cut once, so that what is put in is never searched for placeholders itself. Reference: lifecycle
 * D1.
 */
final class Wording {
    private static final String CODE = "{####}";
    private static final String USERNAME = "{username}";
    private static final String LINK_START = "{##";
    private static final String LINK_END = "##}";

    private final List<Piece> pieces;

    private Wording(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    private sealed interface Piece {
        record Plain(String text) implements Piece {}

        record Code() implements Piece {}

        record Link(String text) implements Piece {}

        record Username() implements Piece {}
    }

    /**
     * What is put into the placeholders, already in the form of the text around it.
     *
     * @param code the code
     * @param linkTarget where links lead; null leaves their placeholders as they are
     * @param username the username; null leaves its placeholders as they are
     */
    record Filling(
            String code,
            @Nullable String linkTarget,
            @Nullable String username) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Filling[***]";
        }
    }

    /** Cuts a text. */
    static Wording of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int plainFrom = 0;
        int at = text.indexOf('{');
        while (at >= 0) {
            Piece piece = placeholderAt(text, at);
            if (piece == null) {
                at = text.indexOf('{', at + 1);
                continue;
            }
            pieces.add(new Piece.Plain(text.substring(plainFrom, at)));
            pieces.add(piece);
            plainFrom = at + raw(piece).length();
            at = text.indexOf('{', plainFrom);
        }
        pieces.add(new Piece.Plain(text.substring(plainFrom)));
        return new Wording(pieces);
    }

    private static @Nullable Piece placeholderAt(String text, int at) {
        if (text.startsWith(CODE, at)) {
            return new Piece.Code();
        }
        if (text.startsWith(USERNAME, at)) {
            return new Piece.Username();
        }
        return text.startsWith(LINK_START, at) ? linkAt(text, at + LINK_START.length()) : null;
    }

    /** A link ends before the next placeholder begins: else a stray mark would swallow the code after it. */
    private static @Nullable Piece linkAt(String text, int from) {
        int next = text.indexOf(LINK_START, from);
        int end = text.indexOf(LINK_END, from, next < 0 ? text.length() : next);
        return end < 0 ? null : new Piece.Link(text.substring(from, end));
    }

    private static String raw(Piece piece) {
        return switch (piece) {
            case Piece.Plain(String text) -> text;
            case Piece.Code() -> CODE;
            case Piece.Link(String text) -> LINK_START + text + LINK_END;
            case Piece.Username() -> USERNAME;
        };
    }

    boolean hasCode() {
        return pieces.contains(new Piece.Code());
    }

    boolean hasLink() {
        return pieces.stream().anyMatch(Piece.Link.class::isInstance);
    }

    boolean hasUsername() {
        return pieces.contains(new Piece.Username());
    }

    /** The text with its placeholders filled. */
    String fill(Filling filling) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(filled(piece, filling));
        }
        return text.toString();
    }

    private static String filled(Piece piece, Filling filling) {
        return switch (piece) {
            case Piece.Code() -> filling.code;
            case Piece.Username() when filling.username != null -> filling.username;
            case Piece.Link(String text)
            when filling.linkTarget != null -> "<a href=\"" + filling.linkTarget + "\">" + text + "</a>";
            case Piece.Plain _, Piece.Link _, Piece.Username _ -> raw(piece);
        };
    }
}
