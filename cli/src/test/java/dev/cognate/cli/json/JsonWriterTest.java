package dev.cognate.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The two forms of Python's encoder. */
class JsonWriterTest {
    private static final String TEXT =
            "{\"b\":[1,2.50,{},[]],\"a\":{\"ü\":\"\\u0001\\u007f\\\"\\\\\\n\\t\\ud83d\\ude00\"},\"n\":null,\"t\":true}";

    @Test
    void aRequestIsOneLineOfAscii() throws Exception {
        assertThat(JsonWriter.compact(JsonReader.read(TEXT)))
                .isEqualTo("{\"b\": [1, 2.50, {}, []], \"a\": {\"\\u00fc\":"
                        + " \"\\u0001\\u007f\\\"\\\\\\n\\t\\ud83d\\ude00\"}, \"n\": null, \"t\": true}");
    }

    @Test
    void anAnswerIsIndentedAndKeepsItsScript() throws Exception {
        assertThat(JsonWriter.indented(JsonReader.read(TEXT))).isEqualTo("""
                {
                    "b": [
                        1,
                        2.50,
                        {},
                        []
                    ],
                    "a": {
                        "ü": "\\u0001\u007f\\"\\\\\\n\\t\ud83d\ude00"
                    },
                    "n": null,
                    "t": true
                }""");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        JsonValue value = JsonReader.read(TEXT);
        assertThat(JsonReader.read(JsonWriter.compact(value))).isEqualTo(value);
        assertThat(JsonReader.read(JsonWriter.indented(value))).isEqualTo(value);
    }
}
