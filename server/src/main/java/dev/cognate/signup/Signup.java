package dev.cognate.signup;

import dev.cognate.clients.Clients;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pools;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.Concealment;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.ConfirmSignUpRequest;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.SignUpRequest;
import dev.cognate.wire.model.SignUpResponse;
import java.time.InstantSource;
import java.util.List;

/** The door to signing up. */
public final class Signup {
    private final Collaborators with;
    private final SignUp signUp;
    private final ConfirmSignUp confirmSignUp;

    /** Makes the room from what it works with. */
    public Signup(Collaborators with) {
        this.with = with;
        this.signUp = new SignUp(with);
        this.confirmSignUp = new ConfirmSignUp(with);
    }

    /**
     * What this room works with.
     *
     * @param style how addresses are masked in answers
     * @param sessions lead from here into a sign-in
     */
    public record Collaborators(
            Store store,
            InstantSource clock,
            Randomness randomness,
            Pools pools,
            Clients clients,
            Users users,
            NewUsers newUsers,
            Passwords passwords,
            Codes codes,
            CodeSender sender,
            Concealment concealment,
            Triggers triggers,
            UserEvents events,
            Protection protection,
            MaskStyle style,
            SignUpSessions sessions) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.SIGN_UP.by(signUp),
                Operations.CONFIRM_SIGN_UP.by(confirmSignUp),
                Operations.RESEND_CONFIRMATION_CODE.by(new ResendConfirmationCode(with)),
                Operations.ADMIN_CONFIRM_SIGN_UP.by(new AdminConfirmSignUp(with)));
    }

    /**
     * Registers a user, as the operation does.
     *
     * @throws Fault as SignUp
     */
    public SignUpResponse signUp(SignUpRequest request, Call call) {
        return signUp.run(request, call);
    }

    /**
     * Confirms the user of a link that was sent by e-mail; the link carries no secret hash. Reference: lifecycle D4.
     *
     * @throws Fault as ConfirmSignUp
     */
    public void confirmByLink(ClientId clientId, String username, String code, Call call) {
        ConfirmSignUpRequest request = ConfirmSignUpRequest.builder()
                .clientId(clientId.value())
                .username(username)
                .confirmationCode(code)
                .build();
        confirmSignUp.confirm(with.clients().require(clientId), request, call);
    }
}
