package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.model.Operations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The registry of operations and their errors. */
class OperationsTest {

    /** Reference: oauth-config A7. */
    private static final String UNSIGNED = """
            AssociateSoftwareToken ChangePassword CompleteWebAuthnRegistration ConfirmDevice ConfirmForgotPassword
            ConfirmSignUp DeleteUser DeleteUserAttributes DeleteWebAuthnCredential ForgetDevice ForgotPassword GetDevice
            GetTokensFromRefreshToken GetUser GetUserAttributeVerificationCode GetUserAuthFactors GlobalSignOut
            InitiateAuth ListDevices ListWebAuthnCredentials ResendConfirmationCode RespondToAuthChallenge RevokeToken
            SetUserMFAPreference SetUserSettings SignUp StartWebAuthnRegistration UpdateAuthEventFeedback
            UpdateDeviceStatus UpdateUserAttributes VerifySoftwareToken VerifyUserAttribute""";

    /** Reference: newer.md. */
    private static final String UNSIGNED_NEWER = "GetClientToken ListUserSessions RevokeUserSession";

    @Test
    void thereAre140OperationsEachOnceInTheOrderOfTheirNames() {
        List<String> names = Operations.ALL.stream().map(OperationModel::name).toList();

        assertThat(names).hasSize(140).doesNotHaveDuplicates().isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void exactlyThoseOperationsThatUsersCallAreUnsigned() {
        Set<String> unsigned = Operations.ALL.stream()
                .filter(operation -> !operation.signed())
                .map(OperationModel::name)
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> expected = new ArrayList<>(Arrays.asList(UNSIGNED.split("\\s+", 0)));
        assertThat(expected).hasSize(32);
        expected.addAll(Arrays.asList(UNSIGNED_NEWER.split(" ", 0)));
        assertThat(unsigned).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void onlyTheInternalErrorsAreTheServersFault() throws ReflectiveOperationException {
        for (Class<? extends Fault> type : Shapes.faults()) {
            Fault fault = type.getConstructor(String.class).newInstance("text");

            boolean internal =
                    Set.of("InternalErrorException", "InternalServerException").contains(fault.type());
            assertThat(fault.status()).as(fault.type()).isEqualTo(internal ? 500 : 400);
            assertThat(fault.type()).isEqualTo(type.getSimpleName());
            assertThat(fault).hasMessage("text");
            assertThat(fault.getStackTrace()).isEmpty();
        }
    }

    @Test
    void everyErrorOfAnOperationHasItsClassAndEveryClassAnOperation() {
        Set<String> listed = new TreeSet<>();
        Operations.ALL.forEach(operation -> listed.addAll(operation.errors()));

        assertThat(Shapes.faults().stream().map(Class::getSimpleName))
                .hasSize(59)
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void theErrorsOfResendConfirmationCode() {
        // Reference: lifecycle E3, newer.md.
        assertThat(Operations.RESEND_CONFIRMATION_CODE.errors())
                .contains(
                        "ResourceNotFoundException",
                        "InvalidParameterException",
                        "UnexpectedLambdaException",
                        "UserLambdaValidationException",
                        "NotAuthorizedException",
                        "InvalidLambdaResponseException",
                        "TooManyRequestsException",
                        "LimitExceededException",
                        "InvalidSmsRoleAccessPolicyException",
                        "InvalidSmsRoleTrustRelationshipException",
                        "InvalidEmailRoleAccessPolicyException",
                        "CodeDeliveryFailureException",
                        "UserNotFoundException",
                        "InternalErrorException",
                        "ForbiddenException");
    }

    @Test
    void theFaultsOfTheProtocol() {
        assertThat(ProtocolFault.unknownOperation())
                .satisfies(fault -> assertThat(fault.type()).isEqualTo("UnknownOperationException"))
                .satisfies(fault -> assertThat(fault.status()).isEqualTo(400))
                .hasMessage(null);
        assertThat(ProtocolFault.notImplemented("GetCSVHeader"))
                .satisfies(fault -> assertThat(fault.type()).isEqualTo("OperationNotImplemented"))
                .satisfies(fault -> assertThat(fault.status()).isEqualTo(501))
                .hasMessageContaining("GetCSVHeader");
    }
}
