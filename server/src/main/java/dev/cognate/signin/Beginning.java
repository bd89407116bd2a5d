package dev.cognate.signin;

import dev.cognate.tokens.Refreshing;
import dev.cognate.wire.Fault;
import dev.cognate.wire.model.AuthFlowType;
import dev.cognate.wire.model.ChallengeName;

/** What InitiateAuth and AdminInitiateAuth share: the order of checks, and the choice of the flow. Reference: auth 3. */
final class Beginning {
    private final Refreshing refreshing;
    private final Attempts attempts;
    private final Guard guard;
    private final Flows flows;

    Beginning(Refreshing refreshing, Attempts attempts, Guard guard, Flows flows) {
        this.refreshing = refreshing;
        this.attempts = attempts;
        this.guard = guard;
        this.flows = flows;
    }

    /** The flows. */
    record Flows(
            UserPasswordAuth password, UserSrpAuth srp, CustomAuth custom, UserAuth choice, RefreshTokenAuth refresh) {}

    /**
     * Begins a sign-in.
     *
     * @throws Fault it is refused
     */
    Answer begin(Step step, AuthFlowType name) {
        AllowedFlows.require(step, name, refreshing);
        Flow flow = flow(name);
        flow.required().forEach(step.parameters()::require);
        return switch (name) {
            case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH, USER_AUTH ->
                attempts.keep(step, ChallengeName.PASSWORD, () -> guarded(step, flow));
            case USER_SRP_AUTH, CUSTOM_AUTH -> attempts.keep(step, null, () -> guarded(step, flow));
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> flow.begin(step); // Nobody proves anything.
        };
    }

    private Answer guarded(Step step, Flow flow) {
        guard.requireOpen(step);
        return flow.begin(step);
    }

    private Flow flow(AuthFlowType name) {
        return switch (name) {
            case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH -> flows.password;
            case USER_SRP_AUTH -> flows.srp;
            case CUSTOM_AUTH -> flows.custom;
            case USER_AUTH -> flows.choice;
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> flows.refresh;
        };
    }
}
