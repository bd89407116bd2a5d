package dev.cognate.signin;

import dev.cognate.directory.User;
import java.util.List;

/**
 * The password as it was typed: USER_PASSWORD_AUTH, and the administrator's ADMIN_USER_PASSWORD_AUTH and ADMIN_NO_SRP_AUTH.
 * Reference: auth 4.2.
 */
final class UserPasswordAuth implements Flow {
    private final Entrance entrance;
    private final PlainPassword password;
    private final Continuation continuation;

    UserPasswordAuth(Entrance entrance, PlainPassword password, Continuation continuation) {
        this.entrance = entrance;
        this.password = password;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of("USERNAME", "PASSWORD");
    }

    @Override
    public Answer begin(Step step) {
        Claimant claimant = entrance.admit(step);
        User user = password.requireOrMigrate(step, claimant, step.parameters().require("PASSWORD"));
        return continuation.after(step, Proven.byPassword(user, Session.Carried.NOTHING));
    }
}
