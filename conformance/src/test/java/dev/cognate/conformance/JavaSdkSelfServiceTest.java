package dev.cognate.conformance;

import static dev.cognate.conformance.JavaSdk.PASSWORD;
import static dev.cognate.conformance.JavaSdk.assertFault;
import static dev.cognate.conformance.JavaSdk.attribute;
import static dev.cognate.conformance.JavaSdk.byName;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** What a user does without a token, through the AWS SDK for Java. Reference: lifecycle E1 to E5. */
@ExtendWith(SharedProgram.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSdkSelfServiceTest {
    @AutoClose
    private final CognitoIdentityProviderClient cognito;

    private final Inbox inbox;
    private final String pool;
    private final String client;

    JavaSdkSelfServiceTest(Program program) {
        cognito = JavaSdk.client(program);
        inbox = new Inbox(program);
        pool = cognito.createUserPool(
                        request -> request.poolName("java").autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
                .userPool()
                .id();
        client = client(pool);
    }

    @Test
    void aUserSignsUpLosesTheCodeAsksAgainAndConfirms() {
        SignUpResponse signedUp = signUp(client, "mary");
        assertThat(signedUp.userConfirmed()).isFalse();
        assertThat(signedUp.userSub()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(signedUp.codeDeliveryDetails()).isEqualTo(toEmail("m***@e***"));
        assertThat(signedUp.session()).isNull();
        String lost = inbox.code(pool, "mary");

        assertThat(cognito.resendConfirmationCode(
                                request -> request.clientId(client).username("mary"))
                        .codeDeliveryDetails())
                .isEqualTo(toEmail("m***@e***"));
        String code = inbox.code(pool, "mary");

        assertFault(
                () -> confirm(client, "mary", lost.equals(code) ? "wrong" : lost),
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.");
        confirm(client, "mary", code);
        AdminGetUserResponse mary = user("mary");
        assertThat(mary.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(mary.enabled()).isTrue();
        assertThat(mary.userCreateDate()).isBeforeOrEqualTo(mary.userLastModifiedDate());
        assertThat(byName(mary.userAttributes()))
                .containsEntry("sub", signedUp.userSub())
                .containsEntry("email", "mary@example.com")
                .containsEntry("email_verified", "true");
    }

    @Test
    void aConfirmedUserNeitherConfirmsNorResendsAgain() {
        confirmed("carol");

        assertFault(
                () -> confirm(client, "carol", "123456"),
                NotAuthorizedException.class,
                "User cannot be confirmed. Current status is CONFIRMED");
        assertFault(
                () -> cognito.resendConfirmationCode(
                        request -> request.clientId(client).username("carol")),
                InvalidParameterException.class,
                "User is already confirmed.");
    }

    @Test
    void aForgottenPasswordIsReplacedByACodeThatSurvivesAWeakPassword() {
        confirmed("frank");

        assertThat(cognito.forgotPassword(request -> request.clientId(client).username("frank"))
                        .codeDeliveryDetails())
                .isEqualTo(toEmail("f***@e***"));
        String code = inbox.code(pool, "frank");

        assertFault(
                () -> replacePassword("frank", "wrong", "N3w-Passw0rd!"),
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.");
        assertFault(
                () -> replacePassword("frank", code, "weak"),
                InvalidPasswordException.class,
                "Password does not conform to policy: Password not long enough");
        replacePassword("frank", code, "N3w-Passw0rd!");
        assertFault(
                () -> replacePassword("frank", code, "N3w-Passw0rd!"),
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.");
        assertThat(user("frank").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    }

    @Test
    void anUnconfirmedUserHasNowhereToRecoverBy() {
        signUp(client, "ursula");

        assertFault(
                () -> cognito.forgotPassword(request -> request.clientId(client).username("ursula")),
                InvalidParameterException.class,
                "Cannot reset password for the user as there is no registered/verified email or phone_number");
        assertFault(
                () -> replacePassword("ursula", "123456", "N3w-Passw0rd!"),
                UserNotConfirmedException.class,
                "User is not confirmed.");
    }

    @Test
    void whatSignUpRefusesArrivesAsItsTypedException() {
        signUp(client, "peter");

        assertFault(() -> signUp(client, "peter"), UsernameExistsException.class, "User already exists");
        assertFault(
                () -> signUp("nosuchclient", "paul"),
                ResourceNotFoundException.class,
                "User pool client nosuchclient does not exist.");
        assertFault(
                () -> cognito.signUp(
                        request -> request.clientId(client).username("paul").password("nouppercase1!")),
                InvalidPasswordException.class,
                "Password did not conform with policy: Password must have uppercase characters");
        assertFault(
                () -> cognito.signUp(request -> request.clientId(client)
                        .username("paul")
                        .password(PASSWORD)
                        .userAttributes(attribute("custom:x", "1"))),
                InvalidParameterException.class,
                "Attributes did not conform to the schema: custom:x: Attribute does not exist in the schema.\n");
        assertFault(
                () -> signUp(client, "x".repeat(129)),
                InvalidParameterException.class,
                "1 validation error detected: Value at 'username' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 128");
    }

    @Test
    void whoIsUnknownIsNotFoundByConfirmationAndRecovery() {
        String unknown = "Username/client id combination not found.";

        assertFault(() -> confirm(client, "nobody", "123456"), UserNotFoundException.class, unknown);
        assertFault(
                () -> cognito.resendConfirmationCode(
                        request -> request.clientId(client).username("nobody")),
                UserNotFoundException.class,
                unknown);
        assertFault(
                () -> cognito.forgotPassword(request -> request.clientId(client).username("nobody")),
                UserNotFoundException.class,
                unknown);
        assertFault(() -> replacePassword("nobody", "123456", PASSWORD), UserNotFoundException.class, unknown);
    }

    /** Reference: lifecycle A12. */
    @Test
    void theSixthResendOfAnHourIsTooMany() {
        signUp(client, "robin");
        for (int call = 1; call <= 5; call++) {
            cognito.resendConfirmationCode(request -> request.clientId(client).username("robin"));
        }

        assertFault(
                () -> cognito.resendConfirmationCode(
                        request -> request.clientId(client).username("robin")),
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.");
    }

    /** Reference: lifecycle A10 3. */
    @Test
    void aPoolThatVerifiesNothingSendsNothing() {
        String silent = cognito.createUserPool(request -> request.poolName("silent"))
                .userPool()
                .id();
        String its = client(silent);

        assertThat(signUp(its, "sam").codeDeliveryDetails()).isNull();
        assertFault(
                () -> cognito.resendConfirmationCode(
                        request -> request.clientId(its).username("sam")),
                NotAuthorizedException.class,
                "Cannot resend codes. Auto verification not turned on.");
        assertFault(
                () -> confirm(its, "sam", "123456"),
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.");
    }

    /** Reference: lifecycle B3 and E2. */
    @Test
    void anAliasThatIsTakenIsMovedOnlyByForce() {
        String aliases = cognito.createUserPool(request -> request.poolName("aliases")
                        .aliasAttributes(AliasAttributeType.EMAIL)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
                .userPool()
                .id();
        String its = client(aliases);
        signUp(its, "first", "shared@example.com");
        confirm(its, "first", inbox.code(aliases, "first"));
        signUp(its, "second", "shared@example.com");
        String code = inbox.code(aliases, "second");

        assertFault(
                () -> confirm(its, "second", code),
                AliasExistsException.class,
                "An account with the email already exists.");
        cognito.confirmSignUp(request ->
                request.clientId(its).username("second").confirmationCode(code).forceAliasCreation(true));
        assertThat(cognito.adminGetUser(request -> request.userPoolId(aliases).username("shared@example.com"))
                        .username())
                .isEqualTo("second");
        assertThat(byName(cognito.adminGetUser(
                                request -> request.userPoolId(aliases).username("first"))
                        .userAttributes()))
                .containsEntry("email_verified", "false");
    }

    /** Reference: lifecycle A5. */
    @Test
    void aClientWithASecretWantsItsHash() {
        String secretive = cognito.createUserPoolClient(request ->
                        request.userPoolId(pool).clientName("secretive").generateSecret(true))
                .userPoolClient()
                .clientId();

        assertFault(
                () -> signUp(secretive, "steve"),
                NotAuthorizedException.class,
                "Client " + secretive + " is configured with secret but SECRET_HASH was not received");
        assertFault(
                () -> cognito.resendConfirmationCode(
                        request -> request.clientId(secretive).username("steve").secretHash("d3Jvbmc=")),
                NotAuthorizedException.class,
                "Unable to verify secret hash for client " + secretive);
    }

    private String client(String its) {
        return cognito.createUserPoolClient(request -> request.userPoolId(its).clientName("c"))
                .userPoolClient()
                .clientId();
    }

    private SignUpResponse signUp(String through, String username) {
        return signUp(through, username, username + "@example.com");
    }

    private SignUpResponse signUp(String through, String username, String email) {
        return cognito.signUp(request -> request.clientId(through)
                .username(username)
                .password(PASSWORD)
                .userAttributes(attribute("email", email)));
    }

    private void confirm(String through, String username, String code) {
        cognito.confirmSignUp(
                request -> request.clientId(through).username(username).confirmationCode(code));
    }

    private void confirmed(String username) {
        signUp(client, username);
        confirm(client, username, inbox.code(pool, username));
    }

    private void replacePassword(String username, String code, String password) {
        cognito.confirmForgotPassword(request -> request.clientId(client)
                .username(username)
                .confirmationCode(code)
                .password(password));
    }

    private AdminGetUserResponse user(String username) {
        return cognito.adminGetUser(request -> request.userPoolId(pool).username(username));
    }

    private static CodeDeliveryDetailsType toEmail(String masked) {
        return CodeDeliveryDetailsType.builder()
                .attributeName("email")
                .deliveryMedium(DeliveryMediumType.EMAIL)
                .destination(masked)
                .build();
    }
}
