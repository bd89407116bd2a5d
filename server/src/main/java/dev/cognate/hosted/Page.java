package dev.cognate.hosted;

import dev.cognate.front.Response;

/** One plain page: a heading and a sentence, readable on a phone, in the colours that the reader's system prefers. */
final class Page {
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; --line: #d5d9e0; --quiet: #5b6472; --accent: #1f5fbf; --paper: #f5f6f8; --card: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --line: #39414f; --quiet: #a9b2c0; --accent: #7fb0ff; --paper: #14171c; --card: #1d2129; }
            }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper);
                   font: 1.0625rem/1.6 system-ui, sans-serif; }
            main { box-sizing: border-box; width: min(30rem, 100% - 2rem); padding: 2.25rem; background: var(--card);
                   border: 1px solid var(--line); border-radius: .75rem; }
            h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.3; }
            p { margin: 0; color: var(--quiet); }
            button { margin-top: 1.5rem; padding: .625rem 1.25rem; border: 0; border-radius: .5rem; font: inherit;
                     font-weight: 600; color: var(--card); background: var(--accent); cursor: pointer; }
            button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
            </style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{text}</p>
            {more}</main>
            </body>
            </html>
            """;

    private Page() {}

    /**
     * A page.
     *
     * @param title the heading, plain text of our own
     * @param text the sentence below it, plain text
     * @param more further HTML, already safe; empty for none
     */
    static Response of(int status, String title, String text, String more) {
        // What somebody else may have written comes last, so that it is not searched for placeholders.
        String html =
                FRAME.replace("{title}", escaped(title)).replace("{more}", more).replace("{text}", escaped(text));
        return Response.html(status, html)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
