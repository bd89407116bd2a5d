package dev.cognate.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token says. */
class TokenTest {
    private static final String TOKEN = part("{\"kid\":\"k1\",\"alg\":\"RS256\"}")
            + "."
            + part("{\"sub\":\"1\",\"token_use\":\"id\",\"iat\":1795254000,\"exp\":1795258800}")
            + ".c2ln";
    private static final String DECODED = """
            {
                "header": {
                    "kid": "k1",
                    "alg": "RS256"
                },
                "claims": {
                    "sub": "1",
                    "token_use": "id",
                    "iat": 1795254000,
                    "exp": 1795258800
                },
                "times": {
                    "iat": "2026-11-21T09:40:00Z, 20 minutes ago",
                    "exp": "2026-11-21T11:00:00Z, in 60 minutes"
                },
                "signature": "not checked"
            }
            """;

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void headerClaimsAndTimesArePrinted() {
        assertThat(new Terminal().run("token", "decode", TOKEN)).isEqualTo(new Terminal.Result(0, DECODED, ""));
    }

    @Test
    void theTokenMayBeInAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        assertThat(new Terminal().run("token", "decode", "file://" + file).out())
                .isEqualTo(DECODED);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, it has 1 parts instead of three",
        "a.b.c.d.e, This token is encrypted",
        "s3cret!.s3cret!.s3cret!, its claims cannot be read"
    })
    void whatIsNoTokenIsRefusedAndNotRepeated(String token, String complaint) {
        Terminal.Result result = new Terminal().run("token", "decode", token);
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains(complaint).doesNotContain("s3cret");
    }
}
