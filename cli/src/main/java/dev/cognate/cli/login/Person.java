package dev.cognate.cli.login;

import dev.cognate.cli.login.Login.Words;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who signs in, and where: what the words and the variables say, and what the user at the terminal answers. */
final class Person {
    private static final int MOST_TRIES = 3;

    private final Words words;
    private final Surroundings surroundings;
    private @Nullable String password;

    Person(Words words, Surroundings surroundings) {
        this.words = words;
        this.surroundings = surroundings;
    }

    /** The user of the pool. */
    Device.Owner owner() {
        return new Device.Owner(words.poolId(), words.username());
    }

    String clientId() {
        return words.clientId();
    }

    String deviceName() {
        return words.deviceName();
    }

    /** The password; who is asked for it is asked once. */
    String password() {
        if (password == null) {
            String variable = surroundings.environment().first("COGNATE_PASSWORD");
            password = variable != null ? variable : surroundings.prompt().ask("Password", true);
        }
        return password;
    }

    /** A new password, typed twice: nobody sees what is typed. */
    String newPassword() {
        for (int tries = 1; ; tries++) {
            String first = surroundings.prompt().ask("New password", true);
            if (first.equals(surroundings.prompt().ask("New password, once more", true))) {
                return first;
            }
            if (tries == MOST_TRIES) {
                throw new CliError.General("The new passwords are not the same.");
            }
            tell("The two are not the same.");
        }
    }

    /** The answer to a question, without blanks around it. */
    String answer(String question) {
        return surroundings.prompt().ask(question, false).strip();
    }

    /**
     * Whether the device is to be remembered: as the words say; else, where the pool leaves it to the user, as the user says.
     *
     * @param optional whether the pool leaves it to the user
     */
    boolean wantsRemembered(boolean optional) {
        Boolean said = words.remembersDevice();
        if (said != null || !optional) {
            return said == null || said;
        }
        try {
            return answer("Remember this device? (yes or no)")
                    .toLowerCase(Locale.ROOT)
                    .startsWith("y");
        } catch (CliError nobodyThere) {
            return false;
        }
    }

    /** Tells the user something that is no result. */
    void tell(String text) {
        surroundings.streams().err().println(Visible.lines(text).stripTrailing());
        // Before the next question.
        surroundings.streams().flush();
    }

    /** Whether the app client has a secret. */
    boolean hasClientSecret() {
        return words.clientSecret() != null || surroundings.environment().first("COGNATE_CLIENT_SECRET") != null;
    }

    /** Names no password. */
    @Override
    public String toString() {
        return "Person[" + words.username() + "]";
    }
}
