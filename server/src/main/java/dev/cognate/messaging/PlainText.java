package dev.cognate.messaging;

import java.util.regex.Pattern;

/** HTML as it reads without any: for a terminal, not for a browser. */
final class PlainText {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(style|script|head|title)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("(?is)<a\\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a\\s*>");
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\b[^>]*>|</(?:p|div|h[1-6]|tr|li|table)\\s*>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n\\s*\\n");

    private PlainText() {}

    static String of(String html) {
        String text = UNSEEN.matcher(html).replaceAll("");
        text = LINK.matcher(text).replaceAll("$2 ($1)");
        text = LINE_END.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        return BLANK_LINES.matcher(unescaped(text)).replaceAll("\n\n").strip();
    }

    /** The ampersand last: what it makes is not looked at again. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
