package dev.cognate.signin;

import dev.cognate.wire.Fault;
import dev.cognate.wire.model.AuthFlowType;

/** What InitiateAuth and AdminInitiateAuth share: the order of checks, and the choice of the flow. Reference: auth 3. */
final class Beginning {
    private final UserPasswordAuth password;
    private final RefreshTokenAuth refresh;

    Beginning(UserPasswordAuth password, RefreshTokenAuth refresh) {
        this.password = password;
        this.refresh = refresh;
    }

    /**
     * Begins a sign-in.
     *
     * @throws Fault it is refused
     */
    Answer begin(Step step, AuthFlowType name) {
        AllowedFlows.require(step, name);
        Flow flow = flow(name);
        flow.required().forEach(step.parameters()::require);
        return flow.begin(step);
    }

    private Flow flow(AuthFlowType name) {
        return switch (name) {
            case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH -> password;
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> refresh;
            case USER_SRP_AUTH, CUSTOM_AUTH, USER_AUTH ->
                throw new dev.cognate.wire.fault.UnsupportedOperationException("Not yet");
        };
    }
}
