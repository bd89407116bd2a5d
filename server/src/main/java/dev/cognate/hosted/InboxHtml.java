package dev.cognate.hosted;

import dev.cognate.front.Response;
import dev.cognate.hosted.InboxPage.Wanted;
import dev.cognate.messaging.InboxMessage;
import dev.cognate.messaging.Message;
import dev.cognate.wire.model.DeliveryMediumType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@link InboxPage} looks like. Everything that somebody else wrote is escaped, or stands in a frame of its own. */
final class InboxHtml {
    private static final String PATH = InboxPage.PATH;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int SHORT = 220;
    private static final int MEDIUM = 1_200;
    private static final int FEW_BLOCKS = 3;
    private static final Pattern BLOCK = Pattern.compile("<(?:p|br|div|h[1-6]|tr|li|img)\\b", Pattern.CASE_INSENSITIVE);

    private static final String START = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Inbox · Cognate</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/_cognate/inbox/style.css">
            <script src="/_cognate/inbox/script.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#messages">Skip to the messages</a>
            """;
    private static final String END = """
            </main>
            </body>
            </html>
            """;

    /** A mail keeps its own looks, on white paper; links open beside the inbox. */
    private static final String PAPER = """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <base target="_blank">
            <style>:root { color-scheme: light; background: #fff; color: #1a1d21 }
            body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere } img { max-width: 100% }</style>
            """;

    private InboxHtml() {}

    /** The page. */
    static Response page(Wanted wanted, List<InboxMessage> messages) {
        StringBuilder html = new StringBuilder(START);
        bar(html, wanted, messages);
        html.append("<main id=\"messages\" tabindex=\"-1\">\n");
        if (messages.isEmpty()) {
            html.append("<p class=\"none\">")
                    .append(
                            wanted.isEverything()
                                    ? "No messages yet. They appear here as they are sent."
                                    : "No messages for that.")
                    .append("</p>\n");
        }
        html.append("<ol>\n");
        messages.forEach(each -> message(html, wanted, each));
        return guarded(Response.html(200, html.append("</ol>\n").append(END).toString()))
                .with("X-Frame-Options", "DENY")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self';"
                                + " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /**
     * The text of a mail, for the frame.
     *
     * @param pictures whether pictures are fetched from where they are
     */
    static Response body(Message message, boolean pictures) {
        String text = isEmail(message) ? message.body() : "<pre>" + Page.escaped(message.body()) + "</pre>";
        return guarded(Response.html(200, PAPER + text))
                .with("X-Frame-Options", "SAMEORIGIN")
                .with(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
                                + " 'unsafe-inline'; img-src data:" + (pictures ? " https: http:" : "")
                                + "; form-action 'none'; base-uri 'none'; frame-ancestors 'self'");
    }

    /** A file of ours. */
    static Response file(String contentType, String name) {
        try (InputStream file = Objects.requireNonNull(InboxHtml.class.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Response.of(200, contentType + "; charset=utf-8", text)
                    .with("Cache-Control", "no-cache")
                    .with("X-Content-Type-Options", "nosniff");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Not kept, not told to others. A form must be able to say that it comes from here, hence same-origin. */
    private static Response guarded(Response response) {
        return response.with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static void bar(StringBuilder html, Wanted wanted, List<InboxMessage> messages) {
        html.append("""
                <header class="bar">
                <h1><a href="/_cognate/inbox">Inbox</a></h1>
                <form class="search" role="search" action="/_cognate/inbox">
                <input type="search" name="for" value="%s" placeholder="User, address or number" \
                aria-label="User name, e-mail address or phone number" list="known" autocomplete="off" spellcheck="false">
                """.formatted(attribute(wanted.name())));
        if (wanted.pool() != null) {
            html.append("<input type=\"hidden\" name=\"userPoolId\" value=\"")
                    .append(attribute(wanted.pool().value()))
                    .append("\">\n");
        }
        html.append("<button type=\"submit\">Filter</button>\n")
                .append(known(messages))
                .append("</form>\n");
        if (!wanted.isEverything()) {
            html.append("<a class=\"button\" href=\"/_cognate/inbox\">Show all</a>\n");
        }
        if (!messages.isEmpty()) {
            clear(html, wanted);
        }
        html.append(
                "<p class=\"live\" role=\"status\"><noscript>Reload to see what is new.</noscript></p>\n</header>\n");
        if (wanted.pool() != null) {
            html.append("<p class=\"only\">Only user pool <b>")
                    .append(Page.escaped(wanted.pool().value()))
                    .append("</b> · <a href=\"")
                    .append(PATH)
                    .append(Page.escaped(wanted.in(null).query()))
                    .append("\">all pools</a></p>\n");
        }
    }

    private static String known(List<InboxMessage> messages) {
        StringBuilder options = new StringBuilder("<datalist id=\"known\">");
        messages.stream()
                .map(InboxMessage::message)
                .flatMap(each -> List.of(each.username(), each.destination()).stream())
                .distinct()
                .forEach(name -> options.append("<option value=\"")
                        .append(attribute(name))
                        .append("\">"));
        return options.append("</datalist>\n").toString();
    }

    private static void clear(StringBuilder html, Wanted wanted) {
        html.append("""
                <details class="clear"><summary>%1$s</summary>
                <form method="post" action="/_cognate/inbox/delete%2$s">
                <p>This cannot be undone.</p><button type="submit" class="danger">%1$s</button></form></details>
                """.formatted(wanted.isEverything() ? "Delete all" : "Delete these", Page.escaped(wanted.query())));
    }

    private static void message(StringBuilder html, Wanted wanted, InboxMessage arrived) {
        Message message = arrived.message();
        html.append("<li id=\"m-")
                .append(attribute(message.id()))
                .append("\"><article class=\"")
                .append(isEmail(message) ? "mail" : "sms")
                .append("\" aria-labelledby=\"h-")
                .append(attribute(message.id()))
                .append("\">\n");
        head(html, wanted, message, arrived.sentAt());
        code(html, message);
        if (isEmail(message)) {
            frame(html, message);
        } else {
            html.append("<p class=\"bubble\">")
                    .append(Page.escaped(message.body().strip()))
                    .append("</p>\n");
        }
        foot(html, wanted, message);
        html.append("</article></li>\n");
    }

    private static void head(StringBuilder html, Wanted wanted, Message message, Instant sentAt) {
        String title = message.subject() == null ? "Text message" : message.subject();
        html.append("""
                <header><h2 id="h-%s">%s</h2>
                <time datetime="%s">%s</time>
                <p>To <a href="%s">%s</a> · user <a href="%s">%s</a></p></header>
                """.formatted(
                        attribute(message.id()),
                        Page.escaped(title),
                        sentAt,
                        TIME.format(sentAt),
                        Page.escaped(PATH + wanted.only(message.destination()).query()),
                        Page.escaped(message.destination()),
                        Page.escaped(PATH + wanted.only(message.username()).query()),
                        Page.escaped(message.username())));
    }

    private static void code(StringBuilder html, Message message) {
        if (message.code() == null && message.link() == null) {
            return;
        }
        html.append("<p class=\"code\">");
        if (message.code() != null) {
            html.append("<code>")
                    .append(Page.escaped(message.code()))
                    .append("</code><button type=\"button\" class=\"copy\" data-copy=\"")
                    .append(attribute(message.code()))
                    .append("\" hidden>Copy<span class=\"hidden\"> the code</span></button>");
        }
        if (message.link() != null && message.link().startsWith("http")) {
            html.append("<a class=\"button\" target=\"_blank\" rel=\"noopener noreferrer\" href=\"")
                    .append(attribute(message.link()))
                    .append("\">Open the link</a>");
        }
        html.append("</p>\n");
    }

    private static void frame(StringBuilder html, Message message) {
        String source = PATH + "/" + attribute(message.id()) + "/body";
        html.append("""
                <iframe class="%s" name="f-%2$s" title="The mail" src="%3$s" loading="lazy" referrerpolicy="no-referrer" \
                sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(height(message.body()), attribute(message.id()), source));
        if (message.body().toLowerCase(Locale.ROOT).contains("<img")) {
            html.append("<p class=\"pictures\">Pictures from elsewhere are not fetched. <a href=\"")
                    .append(source)
                    .append("?pictures\" target=\"f-")
                    .append(attribute(message.id()))
                    .append("\">Show them</a></p>\n");
        }
    }

    /** A frame that may do nothing cannot tell how tall its text is; what it is made of has to do. */
    private static String height(String body) {
        long blocks = BLOCK.matcher(body).results().count();
        if (blocks == 0 && body.length() <= SHORT) {
            return "short";
        }
        return blocks <= FEW_BLOCKS && body.length() <= MEDIUM ? "medium" : "long";
    }

    private static void foot(StringBuilder html, Wanted wanted, Message message) {
        html.append("""
                <footer><p>%s · <a href="%s">%s</a></p>
                <form method="post" action="%s/%s/delete%s"><button type="submit" class="quiet">Delete\
                <span class="hidden"> this message</span></button></form></footer>
                """.formatted(
                        Page.escaped(message.triggerSource().replace("CustomMessage_", "")),
                        Page.escaped(PATH + wanted.in(message.pool()).query()),
                        Page.escaped(message.pool().value()),
                        PATH,
                        attribute(message.id()),
                        Page.escaped(wanted.query())));
    }

    private static boolean isEmail(Message message) {
        return message.medium() == DeliveryMediumType.EMAIL;
    }

    private static String attribute(@Nullable String text) {
        return text == null ? "" : Page.escaped(text);
    }
}
