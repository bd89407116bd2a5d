package dev.cognate.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.front.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages by themselves: what somebody else wrote stays text. */
class PageTest {

    private static String html(String title, String text, String more) {
        Response page = Page.of(200, title, text, more);
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aSentenceIsTextAndNotHtml() {
        assertThat(html("Title", "<script>alert('1')</script> & \"<b>\"", ""))
                .contains("<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;&lt;b&gt;&quot;</p>")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void aHeadingIsTextAndNotHtml() {
        assertThat(html("A <i> & B", "", ""))
                .contains("<h1>A &lt;i&gt; &amp; B</h1>", "<title>A &lt;i&gt; &amp; B</title>");
    }

    /** Or a function's message could bring the page's own parts to where they do not belong. */
    @Test
    void aSentenceIsNotSearchedForPlaceholders() {
        assertThat(html("Title", "{title} {more} {text}", "<form></form>\n"))
                .contains("<p>{title} {more} {text}</p>\n<form></form>\n</main>");
    }
}
