package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The messages of a server's inbox, each read once. They are delivered in the background, so reading waits for them. */
final class Inbox {
    private final Program program;
    private final Set<String> read = new HashSet<>();

    Inbox(Program program) {
        this.program = program;
    }

    /** The code, or the temporary password, of the newest message to a user, once one is there that was not read before. */
    String code(String pool, String username) {
        String query = "/_cognate/messages?userPoolId=" + pool + "&username=" + username;
        return Awaited.sight("new message to " + username, () -> {
            Program.Answer messages = program.get(query);
            assertThat(messages.status()).isEqualTo(200);
            boolean isNew = messages.body().contains("\"id\"") && read.add(messages.member("id"));
            return isNew ? Optional.of(messages.member("code")) : Optional.empty();
        });
    }
}
