package dev.cognate.coverage;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.function.Supplier;

/**
 * A pool in which operations ask functions or send messages to a user, jane, by one medium.
 *
 * @param pool the pool, seen through a client that may do all
 * @param attribute what messages are sent to: {@code email} or {@code phone_number}
 */
record Scene(TestPool pool, String attribute) {
    private static final String CLIENT = """
        "ExplicitAuthFlows":["ALLOW_USER_AUTH","ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]\
        """;

    /** A new one, of a pool with further members; empty for none. */
    static Scene in(TestServer server, String attribute, String members) {
        TestPool pool = server.pool("""
            "AutoVerifiedAttributes":["%1$s"],"SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"},\
            "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP","SMS_OTP"]}},\
            "AccountRecoverySetting":{"RecoveryMechanisms":[{"Priority":1,"Name":"verified_%1$s"}]}%2$s\
            """.formatted(attribute, members.isEmpty() ? "" : "," + members));
        return new Scene(pool.through(pool.newClient(CLIENT).member("ClientId")), attribute);
    }

    /** Sends a message, to another user. */
    void sendsTo(String somebodyElse) {
        done(pool.signUpWith(somebodyElse, attributes(3, false)));
    }

    /** Prepares an operation; what it returns is the operation itself. */
    Supplier<Reply> prepare(String operation) {
        return switch (operation) {
            case "SignUp" -> () -> pool.signUpWith("jane", attributes(1, false));
            case "AdminCreateUser" ->
                () -> pool.adminCreate(
                        "jane",
                        "\"TemporaryPassword\":\"" + TestPool.PASSWORD + "\",\"DesiredDeliveryMediums\":[\"" + medium()
                                + "\"],\"UserAttributes\":" + attributes(1, false));
            case "ResendConfirmationCode" -> {
                signedUp();
                yield () -> pool.resend("jane");
            }
            case "AdminConfirmSignUp" -> {
                signedUp();
                yield () -> pool.admin(operation, "jane");
            }
            case "ConfirmSignUp" -> {
                signedUp();
                String code = pool.code("jane");
                yield () -> pool.confirm("jane", code);
            }
            default -> {
                created();
                yield prepareOfUser(operation);
            }
        };
    }

    private Supplier<Reply> prepareOfUser(String operation) {
        return switch (operation) {
            case "ForgotPassword" -> () -> pool.forgot("jane");
            case "AdminResetUserPassword" -> () -> pool.admin(operation, "jane");
            case "ConfirmForgotPassword" -> {
                done(pool.forgot("jane"));
                String code = pool.code("jane");
                yield () -> pool.confirmForgot("jane", code, "An0ther-Password!");
            }
            case "AdminUpdateUserAttributes" ->
                () -> pool.adminCall(operation, "\"Username\":\"jane\",\"UserAttributes\":" + attributes(2, false));
            case "UpdateUserAttributes" -> {
                String token = pool.accessToken("jane");
                yield () -> pool.callAs(token, operation, "\"UserAttributes\":" + attributes(2, false));
            }
            case "GetUserAttributeVerificationCode" -> {
                String token = pool.accessToken("jane");
                yield () -> pool.callAs(token, operation, "\"AttributeName\":\"" + attribute + "\"");
            }
            default -> prepareSignIn(operation);
        };
    }

    private Supplier<Reply> prepareSignIn(String operation) {
        String start = "\"AuthFlow\":\"USER_AUTH\",\"AuthParameters\":{\"USERNAME\":\"jane\"%s}";
        return switch (operation) {
            case "InitiateAuth", "AdminInitiateAuth" ->
                () -> call(operation, start.formatted(",\"PREFERRED_CHALLENGE\":\"" + challenge() + "\""));
            case "RespondToAuthChallenge", "AdminRespondToAuthChallenge" -> {
                String session = done(call("InitiateAuth", start.formatted(""))).member("Session");
                yield () -> call(operation, """
                    "ChallengeName":"SELECT_CHALLENGE","Session":"%s",\
                    "ChallengeResponses":{"USERNAME":"jane","ANSWER":"%s"}\
                    """.formatted(session, challenge()));
            }
            case "GetTokensFromRefreshToken" -> {
                String token = done(pool.call("InitiateAuth", """
                    "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}\
                    """.formatted(TestPool.PASSWORD)))
                        .member("RefreshToken");
                yield () -> pool.call(operation, "\"RefreshToken\":\"" + token + "\"");
            }
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Reply call(String operation, String members) {
        String at = operation.startsWith("Admin") ? "\"UserPoolId\":\"" + pool.id() + "\"," : "";
        return pool.call(operation, at + members);
    }

    private void signedUp() {
        done(pool.signUpWith("jane", attributes(1, false)));
    }

    private void created() {
        done(pool.adminCreate("jane", "\"MessageAction\":\"SUPPRESS\",\"UserAttributes\":" + attributes(1, true)));
        done(pool.adminSetPassword("jane", TestPool.PASSWORD, true));
    }

    private String attributes(int number, boolean verified) {
        String value = attribute.equals("email") ? "jane" + number + "@example.com" : "+1206555010" + number;
        String verification = ",{\"Name\":\"" + attribute + "_verified\",\"Value\":\"true\"}";
        return "[{\"Name\":\"" + attribute + "\",\"Value\":\"" + value + "\"}" + (verified ? verification : "") + "]";
    }

    private String medium() {
        return attribute.equals("email") ? "EMAIL" : "SMS";
    }

    private String challenge() {
        return medium() + "_OTP";
    }

    private static Reply done(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
        return reply;
    }
}
