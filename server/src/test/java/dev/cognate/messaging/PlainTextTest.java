package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {

    @Test
    void blocksAreLinesAndLinksShowWhereTheyLead() {
        assertThat(PlainText.of("""
                <html><head><title>No</title><style>p { color: red }</style></head><body><!-- no -->
                <h1>Hello</h1><p>Go <a class="x" href="https://example.com/?a=1&amp;b=2">there</a>.<br>Or not.</p>
                </body></html>""")).isEqualTo("""
                Hello
                Go there (https://example.com/?a=1&b=2).
                Or not.""");
    }

    @Test
    void textStaysAsItIs() {
        assertThat(PlainText.of("1 < 2, 3 > 2 &amp;lt; &#39;x&#39;")).isEqualTo("1 < 2, 3 > 2 &lt; 'x'");
    }
}
