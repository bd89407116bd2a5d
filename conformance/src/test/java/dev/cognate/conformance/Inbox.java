package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

/** The messages of a server's inbox, each read once. They are delivered in the background, so reading waits for them. */
final class Inbox {
    private static final int LOOKS = 2_000;

    private final Program program;
    private final Set<String> read = new HashSet<>();

    Inbox(Program program) {
        this.program = program;
    }

    /** The code, or the temporary password, of the newest message to a user, once one is there that was not read before. */
    String code(String pool, String username) {
        String query = "/_cognate/messages?userPoolId=" + pool + "&username=" + username;
        for (int look = 0; look < LOOKS; look++) {
            Program.Answer messages = program.get(query);
            assertThat(messages.status()).isEqualTo(200);
            if (messages.body().contains("\"id\"") && read.add(messages.member("id"))) {
                return messages.member("code");
            }
        }
        throw new AssertionError("No new message to " + username + " arrived");
    }
}
