package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.app.TestClock;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.triggers.FunctionHost;
import dev.cognate.triggers.HttpRunner;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.fault.CodeDeliveryFailureException;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import dev.cognate.wire.model.UserPoolType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: lifecycle D1 to D4, I3, I7. */
final class MessagesTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:texts";
    private static final String PLAIN_POOL = "{}";
    private static final String LINK_POOL = """
            {"VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}}""";
    private static final String SMS_POOL = """
            {"SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}}""";
    private static final String LAMBDA_POOL = """
            {"LambdaConfig":{"CustomMessage":"%s"}}""".formatted(ARN);
    private static final String LAMBDA_LINK_POOL = """
            {"LambdaConfig":{"CustomMessage":"%s"},
             "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK","EmailSubject":"Own subject"}}""".formatted(ARN);
    private static final String LAMBDA_SMS_POOL = """
            {"LambdaConfig":{"CustomMessage":"%s"},
             "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}}""".formatted(ARN);

    private final FunctionHost host = new FunctionHost();
    private final Triggers triggers =
            new Triggers(List.of(new HttpRunner(Map.of(ARN, host.url()), Duration.ofSeconds(30))));
    private final TestClock clock = new TestClock();
    private final Messages messages = new Messages(
            triggers,
            pool -> "https://auth.example.com",
            new Reachability(Ways.INBOX, new DeliveryFailures(new NoStore()), clock),
            new Randomness(new SecureRandom(), clock),
            clock,
            false);

    @AfterEach
    void stop() {
        triggers.close();
        host.close();
    }

    /** Clause D2.1. */
    @Test
    void aPoolWithoutTemplatesSendsTheServicesTexts() {
        Message message = email(PLAIN_POOL, Occasion.RESEND_CODE);
        assertThat(message.subject()).isEqualTo("Your verification code");
        assertThat(message.body()).isEqualTo("Your confirmation code is 012345");
        assertThat(message.code()).isEqualTo("012345");
        assertThat(message.link()).isNull();
        assertThat(message.destination()).isEqualTo("jane@example.com");
        assertThat(message.triggerSource()).isEqualTo("CustomMessage_ResendCode");
        assertThat(message.createdAt()).isEqualTo(clock.instant());
        assertThat(email(PLAIN_POOL, Occasion.FORGOT_PASSWORD).body()).isEqualTo("Your password reset code is 012345");
    }

    /** Clauses D2.7, D3.7. */
    @ParameterizedTest
    @CsvSource({
        "SIGN_UP, code 012345, Subject",
        "RESEND_CODE, code 012345, Subject",
        "FORGOT_PASSWORD, code 012345, Subject",
        "UPDATE_USER_ATTRIBUTE, code 012345, Subject",
        "VERIFY_USER_ATTRIBUTE, code 012345, Subject",
        "ADMIN_CREATE_USER, jane invited 012345, Welcome",
        "AUTHENTICATION, 'Your authentication code is 012345. ', Your authentication code"
    })
    void eachOccasionHasItsTemplate(Occasion occasion, String body, String subject) {
        Message message = email("""
                {"VerificationMessageTemplate":{"EmailMessage":"code {####}","EmailSubject":"Subject"},
                 "EmailVerificationMessage":"older {####}",
                 "AdminCreateUserConfig":{"InviteMessageTemplate":
                    {"EmailMessage":"{username} invited {####}","EmailSubject":"Welcome"}}}""", occasion);
        assertThat(message.body()).isEqualTo(body);
        assertThat(message.subject()).isEqualTo(subject);
    }

    /** Clauses D1.2, D1.3. */
    @Test
    void theOlderMembersOfThePoolAreUsedWhereTheTemplateSaysNothing() {
        Message message = email("""
                {"EmailVerificationMessage":"older {####}","EmailVerificationSubject":"Older"}""", Occasion.SIGN_UP);
        assertThat(message.body()).isEqualTo("older 012345");
        assertThat(message.subject()).isEqualTo("Older");
    }

    /** Clause D1.t1. */
    @Test
    void onlyAnInvitationHasItsUsernameFilled() {
        assertThat(email("""
                {"EmailVerificationMessage":"{username} {####}"}""", Occasion.SIGN_UP).body()).isEqualTo("{username} 012345");
    }

    /** Clauses D1.4, D1.5, D2.3. */
    @ParameterizedTest
    @EnumSource(names = {"SIGN_UP", "RESEND_CODE"})
    void aLinkPoolSendsTheLinkForSignUpAndResend(Occasion occasion) {
        Message message = email(LINK_POOL, occasion);
        String link = "https://auth.example.com/confirmUser?client_id=12a3b456c7de890f11g123hijk&user_name=jane"
                + "&confirmation_code=012345";
        assertThat(message.link()).isEqualTo(link);
        assertThat(message.code()).isEqualTo("012345");
        assertThat(message.subject()).isEqualTo("Your verification link");
        assertThat(message.body())
                .isEqualTo("Please click the link below to verify your email address. <a href=\""
                        + link.replace("&", "&amp;") + "\">Verify Your Email</a>");
    }

    /** Clauses D3.4, D3.5, K.9. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SIGN_UP", "RESEND_CODE"})
    void aLinkPoolSendsCodesForEverythingElse(Occasion occasion) {
        Message message = email(LINK_POOL, occasion);
        assertThat(message.link()).isNull();
        assertThat(message.body()).contains("012345");
    }

    @Test
    void theLinksValuesAreEncodedAndTheBodysAreEscaped() {
        Recipient odd = recipient(LINK_POOL, "jä ne&<\"x\">+/?");
        Message message = messages.draft(Occasion.SIGN_UP, odd, Destination.email("a@b.c"))
                .complete("1&2");
        assertThat(message.link()).endsWith("user_name=j%C3%A4%20ne%26%3C%22x%22%3E%2B%2F%3F&confirmation_code=1%262");
        Message invitation = messages.draft(
                        Occasion.ADMIN_CREATE_USER, recipient(PLAIN_POOL, "<i>&"), Destination.email("a@b.c"))
                .complete("Pa<ss>'\"1");
        assertThat(invitation.body())
                .isEqualTo("Your username is &lt;i&gt;&amp; and temporary password is Pa&lt;ss&gt;&#39;&quot;1. ");
        assertThat(invitation.code()).isEqualTo("Pa<ss>'\"1");
    }

    /** Clause D2.6. */
    @Test
    void anSmsIsPlainTextWithACodeAlsoInALinkPool() {
        Message message = sms("""
                {"SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"},
                 "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}}""", Occasion.SIGN_UP);
        assertThat(message.subject()).isNull();
        assertThat(message.link()).isNull();
        assertThat(message.body()).isEqualTo("Your verification code is 012345. ");
        Message invitation = messages.draft(
                        Occasion.ADMIN_CREATE_USER, recipient(SMS_POOL, "a<b"), Destination.phone("+12065550100"))
                .complete("x&y");
        assertThat(invitation.body()).isEqualTo("Your username is a<b and temporary password is x&y. ");
    }

    /** Clauses D1.1, D1.7. */
    @Test
    void theSmsTemplatesAreThePools() {
        String pool = """
                {"SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"},
                 "SmsVerificationMessage":"v {####}","SmsAuthenticationMessage":"a {####}",
                 "AdminCreateUserConfig":{"InviteMessageTemplate":{"SMSMessage":"i {username} {####}"}}}""";
        assertThat(sms(pool, Occasion.FORGOT_PASSWORD).body()).isEqualTo("v 012345");
        assertThat(sms(pool, Occasion.AUTHENTICATION).body()).isEqualTo("a 012345");
        assertThat(sms(pool, Occasion.ADMIN_CREATE_USER).body()).isEqualTo("i jane 012345");
    }

    /** Clause D5.t2. */
    @Test
    void anSmsOfAPoolWithoutSmsConfigurationFails() {
        assertThatExceptionOfType(CodeDeliveryFailureException.class)
                .isThrownBy(() -> sms(PLAIN_POOL, Occasion.SIGN_UP))
                .withMessage("Invalid phone number provided/Unable to send the message."
                        + " User pool does not have SMS configuration to send messages.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jane",
                "@example.com",
                "jane@",
                "ja ne@example.com",
                "jane@exa mple.com",
                "jane@example..com",
                "jane@.com",
                "jane@example.com\r\nBcc: all@example.com",
                "jane@a,b@c.d>"
            })
    void anAddressThatNoServerCouldTakeFails(String address) {
        assertThatExceptionOfType(CodeDeliveryFailureException.class)
                .isThrownBy(() ->
                        messages.draft(Occasion.SIGN_UP, recipient(PLAIN_POOL, "jane"), Destination.email(address)))
                .withMessage("Invalid email provided/Unable to send the email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@localhost", "o'hara+x@mail.example.co.uk", "jäne@exämple.com", "\"a@b\"@example.com"})
    void anUnusualAddressIsLeftToTheServer(String address) {
        assertThat(messages.draft(Occasion.SIGN_UP, recipient(PLAIN_POOL, "jane"), Destination.email(address))
                        .destination()
                        .address())
                .isEqualTo(address);
    }

    @Test
    void theFunctionIsAskedWithTheUserAndTheRequestsMetadata() {
        host.answers(200, "{\"response\":{}}");
        email(LAMBDA_POOL, Occasion.SIGN_UP);
        assertThat(host.received().getFirst().body())
                .contains("\"triggerSource\":\"CustomMessage_SignUp\"")
                .contains("\"userAttributes\":{\"sub\":\"s-1\",\"cognito:user_status\":\"UNCONFIRMED\"}")
                .contains("\"clientMetadata\":{\"k\":\"v\"}")
                .contains("\"awsSdkVersion\":\"aws-sdk-js-3.1.0\"")
                .doesNotContain("012345");
    }

    /** Clause I7.t2. */
    @Test
    void whatTheFunctionLeavesNullIsThePools() {
        host.answers(200, "{\"response\":{\"smsMessage\":\"x\",\"emailMessage\":null,\"emailSubject\":null}}");
        assertThat(email(LAMBDA_POOL, Occasion.SIGN_UP).body()).isEqualTo("Your confirmation code is 012345");
    }

    /** Clause I7.t5. */
    @Test
    void theFunctionsTextIsFilledLikeATemplate() {
        respond("https://shop.example.com/c?code={####}", "Hi");
        Message message = email(LAMBDA_POOL, Occasion.SIGN_UP);
        assertThat(message.body()).isEqualTo("https://shop.example.com/c?code=012345");
        assertThat(message.subject()).isEqualTo("Hi");
    }

    /** Clause I7.t5. */
    @Test
    void inALinkPoolTheFunctionMayPlaceTheLinkOrTheCode() {
        respond("Go {##Click Here##}", null);
        Message linked = email(LAMBDA_LINK_POOL, Occasion.SIGN_UP);
        assertThat(linked.body())
                .startsWith("Go <a href=\"https://auth.example.com/confirmUser?")
                .endsWith("</a>");
        assertThat(linked.subject()).isEqualTo("Your verification link");
        respond("Code {####}", null);
        Message coded = email(LAMBDA_LINK_POOL, Occasion.SIGN_UP);
        assertThat(coded.body()).isEqualTo("Code 012345");
        assertThat(coded.link()).isNull();
    }

    /** Clause I7.t4. */
    @Test
    void aTextWithoutTheCodeIsRefused() {
        respond("Hello", null);
        assertUnrecognizable(LAMBDA_POOL, Occasion.SIGN_UP);
        respond("Only a link {##Click Here##}", null);
        assertUnrecognizable(LAMBDA_POOL, Occasion.SIGN_UP);
        assertUnrecognizable(LAMBDA_LINK_POOL, Occasion.FORGOT_PASSWORD);
        respond("No name {####}", null);
        assertUnrecognizable(LAMBDA_POOL, Occasion.ADMIN_CREATE_USER);
    }

    /** Clause I3.8. */
    @Test
    void anEmptyTextIsRefusedWithItsOwnFault() {
        respond("", null);
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> email(LAMBDA_POOL, Occasion.SIGN_UP))
                .withMessage("The message is empty.");
    }

    /** Clause I7.t3. */
    @Test
    void lengthsAreThoseOfTheModel() {
        respond("{####}" + "𝒥".repeat(20_000 - 6), "𝒥".repeat(140));
        assertThat(email(LAMBDA_POOL, Occasion.SIGN_UP).body()).startsWith("012345");
        respond("{####}" + "x".repeat(20_000 - 5), null);
        assertUnrecognizable(LAMBDA_POOL, Occasion.SIGN_UP);
        respond("{####}", "x".repeat(141));
        assertUnrecognizable(LAMBDA_POOL, Occasion.SIGN_UP);
        host.answers(200, "{\"response\":{\"smsMessage\":\"{####}" + "x".repeat(134) + "\"}}");
        assertThat(sms(LAMBDA_SMS_POOL, Occasion.SIGN_UP).body()).hasSize(140);
        host.answers(200, "{\"response\":{\"smsMessage\":\"{####}" + "x".repeat(135) + "\"}}");
        assertThatExceptionOfType(InvalidLambdaResponseException.class)
                .isThrownBy(() -> sms(LAMBDA_SMS_POOL, Occasion.SIGN_UP));
    }

    @Test
    void aFunctionThatThrowsStopsTheMessage() {
        host.answers(500, "{\"errorMessage\":\"no\"}");
        assertThatExceptionOfType(UserLambdaValidationException.class)
                .isThrownBy(() -> email(LAMBDA_POOL, Occasion.RESEND_CODE))
                .withMessage("CustomMessage failed with error no.");
    }

    @Test
    void theSenderIsThePools() {
        Message message = email("""
                {"EmailConfiguration":{"From":"Shop <hi@shop.example.com>","ReplyToEmailAddress":"help@shop.example.com",
                 "EmailSendingAccount":"DEVELOPER"}}""", Occasion.SIGN_UP);
        assertThat(message.sender())
                .isEqualTo(new MailSender("Shop <hi@shop.example.com>", "help@shop.example.com", true, null, null));
        assertThat(email("""
                {"EmailConfiguration":{"SourceArn":"arn:aws:ses:us-east-1:123456789012:identity/me@example.com"}}""", Occasion.SIGN_UP).sender())
                .isEqualTo(new MailSender(
                        "me@example.com",
                        null,
                        false,
                        "arn:aws:ses:us-east-1:123456789012:identity/me@example.com",
                        null));
        assertThat(email(PLAIN_POOL, Occasion.SIGN_UP).sender())
                .isEqualTo(new MailSender(null, null, false, null, null));
    }

    @Test
    void neitherTextNorCodeNorAddressIsPrinted() {
        Draft draft =
                messages.draft(Occasion.SIGN_UP, recipient(LINK_POOL, "jane"), Destination.email("jane@example.com"));
        Message message = draft.complete("012345");
        assertThat(draft + " " + message + " " + recipient(LINK_POOL, "jane"))
                .doesNotContain("012345")
                .doesNotContain("jane")
                .doesNotContain("confirmUser");
    }

    private void assertUnrecognizable(String pool, Occasion occasion) {
        assertThatExceptionOfType(InvalidLambdaResponseException.class)
                .isThrownBy(() -> email(pool, occasion))
                .withMessage("Unrecognizable lambda output");
    }

    private void respond(String emailMessage, @Nullable String subject) {
        host.answers(
                200,
                "{\"response\":{\"emailMessage\":\"" + emailMessage + "\",\"emailSubject\":"
                        + (subject == null ? "null" : "\"" + subject + "\"") + "}}");
    }

    private Message email(String pool, Occasion occasion) {
        return messages.draft(occasion, recipient(pool, "jane"), Destination.email("jane@example.com"))
                .complete("012345");
    }

    private Message sms(String pool, Occasion occasion) {
        return messages.draft(occasion, recipient(pool, "jane"), Destination.phone("+12065550100"))
                .complete("012345");
    }

    private static Recipient recipient(String pool, String username) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("sub", "s-1");
        attributes.put("cognito:user_status", "UNCONFIRMED");
        UserPoolType config = JsonInput.decode(pool.getBytes(StandardCharsets.UTF_8), UserPoolType::read);
        return new Recipient(
                new PoolId("us-east-1_COGNATE01"),
                config,
                Samples.CLIENT,
                username,
                attributes,
                Map.of("k", "v"),
                "aws-sdk-js/3.1.0 ua/2.1");
    }
}
