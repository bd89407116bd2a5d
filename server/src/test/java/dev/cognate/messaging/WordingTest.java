package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reference: lifecycle D1. */
final class WordingTest {

    /** Clause D1.t1. */
    @Test
    void everyPlaceOfTheCodeIsFilled() {
        assertThat(fill("{####} and again {####}{####}")).isEqualTo("CODE and again CODECODE");
    }

    /** Clause D1.4. */
    @Test
    void theTextBetweenTheMarksBecomesTheLinksText() {
        assertThat(fill("Please {##click <b>here</b>##}!")).isEqualTo("Please <a href=\"URL\">click <b>here</b></a>!");
    }

    @Test
    void whatIsPutInIsNotSearchedForPlaceholders() {
        Wording wording = Wording.of("{username}: {####}");
        assertThat(wording.fill(new Wording.Filling("{username}", "URL", "{####}")))
                .isEqualTo("{####}: {username}");
    }

    @Test
    void placeholdersWithoutAValueStayAsTheyAre() {
        assertThat(Wording.of("{username} {##go##} {####}").fill(new Wording.Filling("1", null, null)))
                .isEqualTo("{username} {##go##} 1");
    }

    @Test
    void whatOnlyLooksLikeAPlaceholderIsText() {
        String text = "{ {# {## {###} {##unclosed {user} } {{";
        assertThat(fill(text)).isEqualTo(text);
        assertThat(Wording.of(text).hasCode()).isFalse();
        assertThat(Wording.of(text).hasLink()).isFalse();
    }

    @Test
    void aStrayMarkDoesNotSwallowTheCodeAfterIt() {
        assertThat(fill("{## then {####}")).isEqualTo("{## then CODE");
        assertThat(fill("{##a {##b##}")).isEqualTo("{##a <a href=\"URL\">b</a>");
    }

    @Test
    void aPlaceholderInsideBracesIsFound() {
        assertThat(fill("{{####}}")).isEqualTo("{CODE}");
    }

    @Test
    void aLongTextOfOpeningMarksIsCutInNoTime() {
        String hostile = "{##".repeat(6_666);
        assertThat(fill(hostile)).isEqualTo(hostile);
    }

    private static String fill(String text) {
        return Wording.of(text).fill(new Wording.Filling("CODE", "URL", "NAME"));
    }
}
