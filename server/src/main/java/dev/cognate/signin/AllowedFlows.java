package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.tokens.Refreshing;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AuthFlowType;
import dev.cognate.wire.model.ExplicitAuthFlowsType;
import java.util.List;

/** Which flows a client may use, and by which operation. Reference: auth 2, 3 steps 3 to 5. */
final class AllowedFlows {
    private AllowedFlows() {}

    /**
     * Refuses a flow that the client may not use here.
     *
     * @throws Fault it is not one of the operation, or not one of the client
     */
    static void require(Step step, AuthFlowType flow, Refreshing refreshing) {
        boolean byAdministrator = step.place() == Step.Place.BEGUN_BY_ADMINISTRATOR;
        if (!isOf(byAdministrator, flow)) {
            throw new InvalidParameterException(Texts.METHOD_NOT_SUPPORTED);
        }
        if (isRefresh(flow)) {
            refreshing.refuseRotating(step.client());
        }
        if (!allows(step.client(), flow)) {
            throw byAdministrator ? new InvalidParameterException(Texts.FLOW_NOT_ENABLED) : notEnabled(flow);
        }
    }

    private static boolean isOf(boolean administrator, AuthFlowType flow) {
        return switch (flow) {
            case ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH -> administrator;
            case USER_PASSWORD_AUTH -> !administrator;
            case USER_SRP_AUTH, CUSTOM_AUTH, USER_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> true;
        };
    }

    private static boolean isRefresh(AuthFlowType flow) {
        return flow == AuthFlowType.REFRESH_TOKEN_AUTH || flow == AuthFlowType.REFRESH_TOKEN;
    }

    private static Fault notEnabled(AuthFlowType flow) {
        return new InvalidParameterException(
                switch (flow) {
                    case USER_PASSWORD_AUTH -> Texts.PASSWORD_NOT_ENABLED;
                    case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> Texts.notEnabled("REFRESH_TOKEN_AUTH");
                    case USER_SRP_AUTH, CUSTOM_AUTH, USER_AUTH, ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH ->
                        Texts.notEnabled(flow.wire());
                });
    }

    private static boolean allows(Client client, AuthFlowType flow) {
        List<ExplicitAuthFlowsType> said = client.authFlows();
        // The older names add to what every client could do; the newer ones say everything.
        boolean everybody = said.stream().noneMatch(each -> each.wire().startsWith("ALLOW_"));
        boolean customOnly = said.contains(ExplicitAuthFlowsType.CUSTOM_AUTH_FLOW_ONLY);
        return switch (flow) {
            case USER_SRP_AUTH ->
                said.contains(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH) || (everybody && !customOnly);
            case USER_PASSWORD_AUTH ->
                said.contains(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        || said.contains(ExplicitAuthFlowsType.USER_PASSWORD_AUTH);
            case ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH ->
                said.contains(ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH)
                        || said.contains(ExplicitAuthFlowsType.ADMIN_NO_SRP_AUTH);
            case CUSTOM_AUTH -> said.contains(ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH) || said.isEmpty() || customOnly;
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN ->
                said.contains(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH) || everybody;
            case USER_AUTH -> said.contains(ExplicitAuthFlowsType.ALLOW_USER_AUTH);
        };
    }
}
