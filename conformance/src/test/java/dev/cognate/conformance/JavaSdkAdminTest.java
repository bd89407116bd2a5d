package dev.cognate.conformance;

import static dev.cognate.conformance.JavaSdk.PASSWORD;
import static dev.cognate.conformance.JavaSdk.assertFault;
import static dev.cognate.conformance.JavaSdk.attribute;
import static dev.cognate.conformance.JavaSdk.byName;
import static dev.cognate.conformance.JavaSdk.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedUserStateException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** What an administrator does with users, through the AWS SDK for Java. Reference: lifecycle F. */
@ExtendWith(SharedProgram.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSdkAdminTest {
    @AutoClose
    private final CognitoIdentityProviderClient cognito;

    private final Inbox inbox;
    private final String pool;

    JavaSdkAdminTest(Program program) {
        cognito = JavaSdk.client(program);
        inbox = new Inbox(program);
        pool = newPool("admin");
    }

    /** Reference: lifecycle F1. */
    @Test
    void aUserIsInvitedAndInvitedAgain() {
        UserType invited = cognito.adminCreateUser(request -> request.userPoolId(pool)
                        .username("ivy")
                        .userAttributes(attribute("email", "ivy@example.com"), attribute("email_verified", "true"))
                        .desiredDeliveryMediums(DeliveryMediumType.EMAIL))
                .user();
        String first = inbox.code(pool, "ivy");

        assertThat(invited.username()).isEqualTo("ivy");
        assertThat(invited.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(byName(invited.attributes()))
                .containsOnlyKeys("sub", "email", "email_verified")
                .containsEntry("email_verified", "true");
        cognito.adminCreateUser(request -> request.userPoolId(pool)
                .username("ivy")
                .messageAction(MessageActionType.RESEND)
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL));
        assertThat(inbox.code(pool, "ivy")).isNotEqualTo(first);
    }

    @Test
    void whatAdminCreateUserRefusesArrivesAsItsTypedException() {
        create("oscar");
        cognito.adminSetUserPassword(request ->
                request.userPoolId(pool).username("oscar").password(PASSWORD).permanent(true));

        assertFault(() -> create("oscar"), UsernameExistsException.class, "User account already exists");
        assertFault(
                () -> cognito.adminCreateUser(
                        request -> request.userPoolId(pool).username("oscar").messageAction(MessageActionType.RESEND)),
                UnsupportedUserStateException.class,
                "Resend not possible. oscar status is not FORCE_CHANGE_PASSWORD");
        assertFault(
                () -> cognito.adminCreateUser(
                        request -> request.userPoolId(pool).username("nobody").messageAction(MessageActionType.RESEND)),
                UserNotFoundException.class,
                "User does not exist.");
        assertFault(
                () -> cognito.adminCreateUser(
                        request -> request.userPoolId(pool).username("olga").temporaryPassword("nodigits!A")),
                InvalidPasswordException.class,
                "Password did not conform with password policy: Password must have numeric characters");
        assertFault(
                () -> cognito.adminCreateUser(
                        request -> request.userPoolId("us-east-1_Nowhere01").username("olga")),
                ResourceNotFoundException.class,
                "User pool us-east-1_Nowhere01 does not exist.");
    }

    /** Reference: lifecycle F5 to F8. */
    @Test
    void attributesAreWrittenRemovedAndGoneWithTheUser() {
        create("anna");

        cognito.adminUpdateUserAttributes(request -> request.userPoolId(pool)
                .username("anna")
                .userAttributes(
                        attribute("email", "anna@example.com"),
                        attribute("email_verified", "True"),
                        attribute("nickname", "Ännchen ✓")));
        assertThat(byName(user("anna").userAttributes()))
                .containsEntry("email", "anna@example.com")
                .containsEntry("email_verified", "true")
                .containsEntry("nickname", "Ännchen ✓");
        cognito.adminDeleteUserAttributes(
                request -> request.userPoolId(pool).username("anna").userAttributeNames("nickname"));
        assertThat(byName(user("anna").userAttributes())).doesNotContainKey("nickname");
        assertFault(
                () -> cognito.adminUpdateUserAttributes(
                        request -> request.userPoolId(pool).username("anna").userAttributes(attribute("sub", "1"))),
                InvalidParameterException.class,
                "user.sub: Attribute cannot be updated.\n");

        cognito.adminDeleteUser(request -> request.userPoolId(pool).username("anna"));
        assertFault(() -> user("anna"), UserNotFoundException.class, "User does not exist.");
        assertFault(
                () -> cognito.adminDeleteUser(
                        request -> request.userPoolId(pool).username("anna")),
                UserNotFoundException.class,
                "User does not exist.");
    }

    /** Reference: lifecycle F6. */
    @Test
    void aNewAddressWaitsForItsCodeUnlessTheAdministratorVouchesForIt() {
        String waiting = cognito.createUserPool(request -> request.poolName("waiting")
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .userAttributeUpdateSettings(settings ->
                                settings.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL)))
                .userPool()
                .id();
        cognito.adminCreateUser(request -> request.userPoolId(waiting)
                .username("ann")
                .messageAction(MessageActionType.SUPPRESS)
                .userAttributes(attribute("email", "old@example.com"), attribute("email_verified", "true")));

        cognito.adminUpdateUserAttributes(request ->
                request.userPoolId(waiting).username("ann").userAttributes(attribute("email", "new@example.com")));
        assertThat(inbox.code(waiting, "ann")).matches("\\d{6}");
        assertThat(attributesOf(waiting, "ann")).containsEntry("email", "old@example.com");
        cognito.adminUpdateUserAttributes(request -> request.userPoolId(waiting)
                .username("ann")
                .userAttributes(attribute("email", "new@example.com"), attribute("email_verified", "true")));
        assertThat(attributesOf(waiting, "ann")).containsEntry("email", "new@example.com");
    }

    /** Reference: lifecycle F2, F3, F4 and F9. */
    @Test
    void aUserGoesThroughTheStatesThatAnAdministratorChooses() {
        cognito.adminCreateUser(request -> request.userPoolId(pool)
                .username("eve")
                .messageAction(MessageActionType.SUPPRESS)
                .userAttributes(attribute("email", "eve@example.com"), attribute("email_verified", "true")));
        assertFault(
                () -> cognito.adminResetUserPassword(
                        request -> request.userPoolId(pool).username("eve")),
                NotAuthorizedException.class,
                "User password cannot be reset in the current state.");
        assertFault(
                () -> cognito.adminConfirmSignUp(
                        request -> request.userPoolId(pool).username("eve")),
                NotAuthorizedException.class,
                "User cannot be confirmed. Current status is FORCE_CHANGE_PASSWORD");

        cognito.adminSetUserPassword(request ->
                request.userPoolId(pool).username("eve").password(PASSWORD).permanent(true));
        assertThat(user("eve").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
        cognito.adminResetUserPassword(request -> request.userPoolId(pool).username("eve"));
        assertThat(user("eve").userStatus()).isEqualTo(UserStatusType.RESET_REQUIRED);
        assertThat(inbox.code(pool, "eve")).matches("\\d{6}");
        cognito.adminDisableUser(request -> request.userPoolId(pool).username("eve"));
        assertThat(user("eve").enabled()).isFalse();
        cognito.adminEnableUser(request -> request.userPoolId(pool).username("eve"));
        assertThat(user("eve").enabled()).isTrue();
        assertThat(user("eve").userStatus()).isEqualTo(UserStatusType.RESET_REQUIRED);
    }

    /** Reference: lifecycle F12. */
    @Test
    void usersAreListedByPagesAndFilters() {
        String many = newPool("many");
        List<String> all =
                IntStream.range(0, 7).mapToObj(number -> "user" + number).toList();
        for (String username : all) {
            cognito.adminCreateUser(request -> request.userPoolId(many)
                    .username(username)
                    .messageAction(MessageActionType.SUPPRESS)
                    .userAttributes(attribute("email", username + "@example.com")));
        }
        cognito.adminDisableUser(request -> request.userPoolId(many).username("user3"));

        List<ListUsersResponse> pages =
                cognito.listUsersPaginator(request -> request.userPoolId(many).limit(3)).stream()
                        .toList();
        assertThat(pages).extracting(page -> page.users().size()).containsExactly(3, 3, 1);
        assertThat(pages.getLast().paginationToken()).isNull();
        assertThat(pages.stream().flatMap(page -> names(page.users()).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(listed(many, "email = \"user5@example.com\"")).containsExactly("user5");
        assertThat(listed(many, "username ^= \"user\"")).containsExactlyElementsOf(all);
        assertThat(listed(many, "status = \"Disabled\"")).containsExactly("user3");
        assertThat(listed(many, "cognito:user_status = \"confirmed\"")).isEmpty();
        assertThat(cognito.listUsers(request -> request.userPoolId(many)
                                .filter("username=\"user1\"")
                                .attributesToGet("email"))
                        .users())
                .singleElement()
                .extracting(user -> byName(user.attributes()))
                .isEqualTo(Map.of("email", "user1@example.com"));
    }

    @Test
    void whatListUsersRefusesArrivesAsItsTypedException() {
        assertFault(
                () -> listed(pool, "username = 'jane'"),
                InvalidParameterException.class,
                "Error while parsing filter.");
        assertFault(
                () -> listed(pool, "custom:x = \"1\""),
                InvalidParameterException.class,
                "Invalid search attribute: custom:x");
        assertFault(
                () -> cognito.listUsers(request -> request.userPoolId(pool).paginationToken("forged")),
                InvalidParameterException.class,
                "Invalid pagination token");
        assertFault(
                () -> cognito.listUsers(request -> request.userPoolId(pool).limit(61)),
                InvalidParameterException.class,
                "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: "
                        + "Member must have value less than or equal to 60");
    }

    private String newPool(String name) {
        return cognito.createUserPool(
                        request -> request.poolName(name).autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
                .userPool()
                .id();
    }

    private void create(String username) {
        cognito.adminCreateUser(request -> request.userPoolId(pool).username(username));
    }

    private AdminGetUserResponse user(String username) {
        return cognito.adminGetUser(request -> request.userPoolId(pool).username(username));
    }

    private Map<String, String> attributesOf(String its, String username) {
        return byName(cognito.adminGetUser(request -> request.userPoolId(its).username(username))
                .userAttributes());
    }

    private List<String> listed(String its, String filter) {
        return names(cognito.listUsers(request -> request.userPoolId(its).filter(filter))
                .users());
    }
}
