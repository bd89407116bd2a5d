package dev.cognate.triggers;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events to try a function with, as they would be for a user called jane. Reference: lifecycle I2, I5 to I11.
 *
 * @param trigger the trigger, by its name in a pool's {@code LambdaConfig}
 * @param source the full name of the occasion
 * @param request the {@code request} as JSON
 * @param response the {@code response} as JSON, null for an event that has none
 */
public record SampleEvent(
        String trigger,
        String source,
        String request,
        @Nullable String response) {
    private static final String USER = """
            "userAttributes":{"sub":"b2f5a0c1-3d4e-4f60-9a7b-8c9d0e1f2a3b","cognito:user_status":"%s",\
            "email_verified":"%s","email":"jane@example.com"}""";
    private static final String NEW_USER = USER.formatted("UNCONFIRMED", "false");
    private static final String KNOWN_USER = USER.formatted("CONFIRMED", "true");
    private static final List<String> MESSAGES = List.of(
            "SignUp",
            "ResendCode",
            "ForgotPassword",
            "UpdateUserAttribute",
            "VerifyUserAttribute",
            "AdminCreateUser",
            "Authentication");
    private static final String AUTHENTICATION = "Authentication";

    private static final List<SampleEvent> ALL = Stream.of(
                    each("PreSignUp", List.of("SignUp", "AdminCreateUser", "ExternalProvider"), """
                            {"userAttributes":{"email":"jane@example.com"},"validationData":null}""", """
                            {"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}"""),
                    each(
                            "PostConfirmation",
                            List.of("ConfirmSignUp", "ConfirmForgotPassword"),
                            "{" + KNOWN_USER + "}",
                            "{}"),
                    each("CustomMessage", MESSAGES, "{" + NEW_USER + """
                            ,"codeParameter":"{####}","linkParameter":"{##Click Here##}","usernameParameter":"{username}"}""", """
                            {"smsMessage":null,"emailMessage":null,"emailSubject":null}"""),
                    each("CustomEmailSender", MESSAGES, """
                            {"type":"customEmailSenderRequestV1","code":null,"clientMetadata":null,""" + NEW_USER + "}", null),
                    each("CustomSMSSender", MESSAGES, """
                            {"type":"customSMSSenderRequestV1","code":null,"clientMetadata":null,""" + NEW_USER + "}", null),
                    each(
                            "PreAuthentication",
                            List.of(AUTHENTICATION),
                            "{" + KNOWN_USER + ",\"validationData\":null}",
                            "{}"),
                    each(
                            "PostAuthentication",
                            List.of(AUTHENTICATION),
                            "{" + KNOWN_USER + ",\"newDeviceUsed\":false}",
                            "{}"),
                    each("DefineAuthChallenge", List.of(AUTHENTICATION), "{" + KNOWN_USER + ",\"session\":[]}", """
                            {"challengeName":null,"issueTokens":null,"failAuthentication":null}"""),
                    each("CreateAuthChallenge", List.of(AUTHENTICATION), "{" + KNOWN_USER + """
                            ,"challengeName":"CUSTOM_CHALLENGE","session":[]}""", """
                            {"publicChallengeParameters":null,"privateChallengeParameters":null,"challengeMetadata":null}"""),
                    each("VerifyAuthChallengeResponse", List.of(AUTHENTICATION), "{" + KNOWN_USER + """
                            ,"privateChallengeParameters":{"answer":"42"},"challengeAnswer":"42"}""", """
                            {"answerCorrect":null}"""),
                    each("UserMigration", List.of(AUTHENTICATION, "ForgotPassword"), """
                            {"password":"Corr3ct-Horse!","validationData":null,"clientMetadata":{}}""", """
                            {"userAttributes":null,"finalUserStatus":null,"messageAction":null,\
                            "desiredDeliveryMediums":null,"forceAliasCreation":null,"enableSMSMFA":null}"""),
                    each(
                            "TokenGeneration",
                            List.of(
                                    "HostedAuth",
                                    AUTHENTICATION,
                                    "NewPasswordChallenge",
                                    "AuthenticateDevice",
                                    "RefreshTokens"),
                            "{" + KNOWN_USER + """
                            ,"groupConfiguration":{"groupsToOverride":[],"iamRolesToOverride":[],"preferredRole":null}}""",
                            """
                            {"claimsOverrideDetails":null}"""))
            .flatMap(each -> each)
            .toList();

    private static Stream<SampleEvent> each(
            String prefix, List<String> occasions, String request, @Nullable String response) {
        String trigger = prefix.equals("TokenGeneration") ? "PreTokenGeneration" : prefix;
        return occasions.stream().map(occasion -> new SampleEvent(trigger, prefix + "_" + occasion, request, response));
    }

    /** The names of all occasions that there is an event for. */
    public static List<String> sources() {
        return ALL.stream().map(SampleEvent::source).toList();
    }

    /** The event of an occasion, as in {@code PreSignUp_SignUp}; null when it is not known. */
    public static @Nullable SampleEvent of(String source) {
        return ALL.stream()
                .filter(each -> each.source.equals(source))
                .findFirst()
                .orElse(null);
    }

    /** Whether the function gets a code, encrypted. */
    public boolean hasCode() {
        return Arrays.asList("CustomEmailSender", "CustomSMSSender").contains(trigger);
    }

    /** The same event with a code. */
    public SampleEvent withCode(String code) {
        return new SampleEvent(
                trigger, source, request.replace("\"code\":null", "\"code\":\"" + code + "\""), response);
    }

    /** The event of a pool as JSON. */
    public String json(PoolId pool) {
        return JsonOutput.text(out -> {
            out.beginObject();
            out.member("version", "1");
            out.member("region", pool.region());
            out.member("userPoolId", pool.value());
            out.member("userName", "jane");
            out.member("callerContext", new Origin(pool, "jane", null, null)::writeCaller);
            out.member("triggerSource", source);
            out.member("request", new Document(request));
            if (response != null) {
                out.member("response", new Document(Objects.requireNonNull(response)));
            }
            out.endObject();
        });
    }
}
