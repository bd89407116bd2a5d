package dev.cognate.conformance;

import static dev.cognate.conformance.JavaSdk.PASSWORD;
import static dev.cognate.conformance.JavaSdk.assertFault;
import static dev.cognate.conformance.JavaSdk.attribute;
import static dev.cognate.conformance.JavaSdk.byName;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceRememberedStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;

/** Signing in through the AWS SDK for Java, as users and for them. Reference: auth 2 to 6, 9, 16 to 20. */
@ExtendWith(SharedProgram.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSdkSignInTest {
    private static final String WRONG = "Incorrect username or password.";

    @AutoClose
    private final CognitoIdentityProviderClient cognito;

    JavaSdkSignInTest(Program program) {
        cognito = JavaSdk.client(program);
    }

    /** Reference: auth 3. */
    @Test
    void aPasswordSignsInAndTheTokenTellsWhoItIs() {
        String pool = pool();
        String client = client(pool);
        add(pool, "mary", true);

        AuthenticationResultType result = signIn(client, "mary", PASSWORD).authenticationResult();

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(3600);
        GetUserResponse mary = cognito.getUser(request -> request.accessToken(result.accessToken()));
        assertThat(mary.username()).isEqualTo("mary");
        assertThat(byName(mary.userAttributes()))
                .containsEntry("email", "mary@example.com")
                .containsKey("sub");
        assertThat(result.toString()).as("what lands in logs").doesNotContain(result.accessToken());
        assertFault(() -> signIn(client, "mary", "Wr0ng-Horse!"), NotAuthorizedException.class, WRONG);
        assertFault(() -> signIn(client, "nobody", PASSWORD), UserNotFoundException.class, "User does not exist.");
        assertFault(
                () -> signIn("nosuchclient", "mary", PASSWORD),
                ResourceNotFoundException.class,
                "User pool client nosuchclient does not exist.");
    }

    /** Reference: auth 2. */
    @Test
    void aFlowThatTheClientDoesNotHaveIsRefused() {
        String pool = pool();
        String client = client(pool, ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH);
        add(pool, "mary", true);

        assertFault(
                () -> signIn(client, "mary", PASSWORD),
                InvalidParameterException.class,
                "USER_PASSWORD_AUTH flow not enabled for this client");
    }

    /** Reference: auth 3, 6.6. */
    @Test
    void aServerSignsUsersInAndReplacesATemporaryPassword() {
        String pool = pool();
        String client = client(pool);
        add(pool, "nora", false);

        AdminInitiateAuthResponse begun = adminSignIn(pool, client, "nora", PASSWORD);
        assertThat(begun.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(begun.challengeParameters()).containsEntry("requiredAttributes", "[]");
        AuthenticationResultType result = cognito.adminRespondToAuthChallenge(request -> request.userPoolId(pool)
                        .clientId(client)
                        .challengeName(begun.challengeName())
                        .session(begun.session())
                        .challengeResponses(Map.of("USERNAME", "nora", "NEW_PASSWORD", "N3w-Passw0rd!")))
                .authenticationResult();

        assertThat(result.idToken()).isNotBlank();
        assertThat(adminSignIn(pool, client, "nora", "N3w-Passw0rd!").authenticationResult())
                .isNotNull();
        assertFault(() -> adminSignIn(pool, client, "nora", PASSWORD), NotAuthorizedException.class, WRONG);
    }

    /** Reference: auth 16. */
    @Test
    void aRefreshTokenThatRotatesIsGoodOnce() {
        String pool = pool();
        String client = cognito.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("rotating")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenRotation(rotation ->
                                rotation.feature(FeatureType.ENABLED).retryGracePeriodSeconds(0)))
                .userPoolClient()
                .clientId();
        add(pool, "rob", true);
        String first = signIn(client, "rob", PASSWORD).authenticationResult().refreshToken();

        AuthenticationResultType second = refreshed(client, first);

        assertThat(second.refreshToken()).isNotBlank().isNotEqualTo(first);
        assertThat(cognito.getUser(request -> request.accessToken(second.accessToken()))
                        .username())
                .isEqualTo("rob");
        assertThat(refreshed(client, second.refreshToken()).refreshToken()).isNotEqualTo(second.refreshToken());
        assertFault(() -> refreshed(client, first), RefreshTokenReuseException.class, "Refresh token reuse detected");
    }

    /** Reference: auth 17. */
    @Test
    void aRevokedSignInIsOverAndOthersGoOn() {
        String pool = pool();
        String client = client(pool);
        add(pool, "rita", true);
        AuthenticationResultType revoked = signIn(client, "rita", PASSWORD).authenticationResult();
        AuthenticationResultType other = signIn(client, "rita", PASSWORD).authenticationResult();

        cognito.revokeToken(request -> request.clientId(client).token(revoked.refreshToken()));

        assertFault(
                () -> cognito.getUser(request -> request.accessToken(revoked.accessToken())),
                NotAuthorizedException.class,
                "Access Token has been revoked");
        assertFault(
                () -> refreshed(client, revoked.refreshToken()),
                NotAuthorizedException.class,
                "Refresh Token has been revoked");
        assertThat(refreshed(client, other.refreshToken()).accessToken()).isNotBlank();
        cognito.globalSignOut(request -> request.accessToken(other.accessToken()));
        assertFault(
                () -> refreshed(client, other.refreshToken()),
                NotAuthorizedException.class,
                "Refresh Token has been revoked");
    }

    /** Reference: auth 6.4, 6.5, 19. */
    @Test
    void anAuthenticatorAppIsSetUpDuringTheSignInAndAskedForAtTheNext() {
        String pool = pool();
        String client = client(pool);
        cognito.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration(UserPoolMfaType.ON)
                .softwareTokenMfaConfiguration(software -> software.enabled(true)));
        add(pool, "tom", true);
        InitiateAuthResponse begun = signIn(client, "tom", PASSWORD);
        assertThat(begun.challengeName()).isEqualTo(ChallengeNameType.MFA_SETUP);
        AssociateSoftwareTokenResponse associated =
                cognito.associateSoftwareToken(request -> request.session(begun.session()));
        AuthenticatorApp app = new AuthenticatorApp(associated.secretCode());
        VerifySoftwareTokenResponse verified = cognito.verifySoftwareToken(
                request -> request.session(associated.session()).userCode(app.code()));
        assertThat(respond(client, ChallengeNameType.MFA_SETUP, verified.session(), Map.of("USERNAME", "tom")))
                .isNotNull();

        InitiateAuthResponse again = signIn(client, "tom", PASSWORD);

        assertThat(again.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
        Map<String, String> answer = new HashMap<>(Map.of("USERNAME", "tom", "SOFTWARE_TOKEN_MFA_CODE", "000000"));
        assertFault(
                () -> respond(client, again.challengeName(), again.session(), answer),
                CodeMismatchException.class,
                "Invalid code received for user");
        answer.put("SOFTWARE_TOKEN_MFA_CODE", app.code());
        assertThat(respond(client, again.challengeName(), again.session(), answer)
                        .accessToken())
                .isNotBlank();
    }

    /** Reference: auth 9, 20. */
    @Test
    void aDeviceIsConfirmedRememberedRecognisedAndForgotten() {
        String pool = pool(CreateUserPoolRequest.builder()
                .deviceConfiguration(
                        devices -> devices.challengeRequiredOnNewDevice(true).deviceOnlyRememberedOnUserPrompt(true)));
        String client = client(pool);
        add(pool, "dora", true);
        AuthenticationResultType result = signIn(client, "dora", PASSWORD).authenticationResult();
        NewDeviceMetadataType device = result.newDeviceMetadata();
        String token = result.accessToken();

        assertThat(cognito.confirmDevice(request -> request.accessToken(token)
                                .deviceKey(device.deviceKey())
                                .deviceName("laptop")
                                .deviceSecretVerifierConfig(
                                        verifier -> verifier.salt(base64(16)).passwordVerifier(base64(384))))
                        .userConfirmationNecessary())
                .isTrue();
        cognito.updateDeviceStatus(request -> request.accessToken(token)
                .deviceKey(device.deviceKey())
                .deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED));

        List<DeviceType> devices =
                cognito.listDevices(request -> request.accessToken(token)).devices();
        assertThat(devices).extracting(DeviceType::deviceKey).containsExactly(device.deviceKey());
        assertThat(byName(devices.getFirst().deviceAttributes())).containsEntry("device_name", "laptop");
        Map<String, String> onDevice =
                Map.of("USERNAME", "dora", "PASSWORD", PASSWORD, "DEVICE_KEY", device.deviceKey());
        assertThat(cognito.initiateAuth(request -> request.clientId(client)
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(onDevice))
                        .authenticationResult()
                        .newDeviceMetadata())
                .as("without a second factor to spare, the device is not asked, and is no new one")
                .isNull();
        cognito.forgetDevice(request -> request.accessToken(token).deviceKey(device.deviceKey()));
        assertThat(cognito.listDevices(request -> request.accessToken(token)).devices())
                .isEmpty();
    }

    /** As many bytes as a device's salt or verifier has; what they are is only asked when the device proves itself. */
    private static String base64(int length) {
        byte[] bytes = new byte[length];
        bytes[0] = 0x01;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String pool() {
        return pool(CreateUserPoolRequest.builder());
    }

    private String pool(CreateUserPoolRequest.Builder request) {
        return cognito.createUserPool(request.poolName("signin").build())
                .userPool()
                .id();
    }

    private String client(String pool) {
        return client(
                pool,
                ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
    }

    private String client(String pool, ExplicitAuthFlowsType... flows) {
        return cognito.createUserPoolClient(
                        request -> request.userPoolId(pool).clientName("c").explicitAuthFlows(flows))
                .userPoolClient()
                .clientId();
    }

    private void add(String pool, String username, boolean permanent) {
        cognito.adminCreateUser(request -> request.userPoolId(pool)
                .username(username)
                .messageAction(MessageActionType.SUPPRESS)
                .userAttributes(attribute("email", username + "@example.com")));
        cognito.adminSetUserPassword(request ->
                request.userPoolId(pool).username(username).password(PASSWORD).permanent(permanent));
    }

    private InitiateAuthResponse signIn(String client, String username, String password) {
        return cognito.initiateAuth(request -> request.clientId(client)
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
    }

    private AdminInitiateAuthResponse adminSignIn(String pool, String client, String username, String password) {
        return cognito.adminInitiateAuth(request -> request.userPoolId(pool)
                .clientId(client)
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
    }

    private AuthenticationResultType respond(
            String client, ChallengeNameType challenge, String session, Map<String, String> answer) {
        return cognito.respondToAuthChallenge(request -> request.clientId(client)
                        .challengeName(challenge)
                        .session(session)
                        .challengeResponses(answer))
                .authenticationResult();
    }

    private AuthenticationResultType refreshed(String client, String token) {
        return cognito.getTokensFromRefreshToken(
                        request -> request.clientId(client).refreshToken(token))
                .authenticationResult();
    }
}
