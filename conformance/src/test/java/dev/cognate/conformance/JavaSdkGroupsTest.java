package dev.cognate.conformance;

import static dev.cognate.conformance.JavaSdk.assertFault;
import static dev.cognate.conformance.JavaSdk.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Groups and who is in them, through the AWS SDK for Java. Reference: lifecycle G. */
@ExtendWith(SharedProgram.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSdkGroupsTest {
    @AutoClose
    private final CognitoIdentityProviderClient cognito;

    private final String pool;

    JavaSdkGroupsTest(Program program) {
        cognito = JavaSdk.client(program);
        pool = newPool();
    }

    @Test
    void aGroupIsMadeChangedAndDeleted() {
        GroupType made = cognito.createGroup(request -> request.userPoolId(pool)
                        .groupName("readers")
                        .roleArn("arn:aws:iam::123456789012:role/readers")
                        .precedence(0))
                .group();
        assertThat(made.precedence()).isZero();
        assertThat(made.description()).isNull();
        assertThat(made.creationDate()).isEqualTo(made.lastModifiedDate());

        GroupType changed = cognito.updateGroup(
                        request -> request.userPoolId(pool).groupName("readers").description("Those who read"))
                .group();
        assertThat(changed.roleArn()).isEqualTo(made.roleArn());
        assertThat(group("readers")).isEqualTo(changed);
        cognito.deleteGroup(request -> request.userPoolId(pool).groupName("readers"));
        assertFault(() -> group("readers"), ResourceNotFoundException.class, "Group not found.");
    }

    @Test
    void usersJoinAndLeaveAndBothSidesAreListed() {
        create("low", 5);
        create("high", 1);
        user("ada");
        join("ada", "low");
        join("ada", "high");
        join("ada", "high");

        assertThat(cognito.adminListGroupsForUserPaginator(request ->
                                request.userPoolId(pool).username("ada").limit(1))
                        .groups())
                .extracting(GroupType::groupName)
                .containsExactly("high", "low");
        assertThat(members("high")).containsExactly("ada");
        cognito.adminRemoveUserFromGroup(
                request -> request.userPoolId(pool).username("ada").groupName("high"));
        assertThat(members("high")).isEmpty();
        cognito.adminDeleteUser(request -> request.userPoolId(pool).username("ada"));
        assertThat(members("low")).as("a deleted user is in no group").isEmpty();
    }

    @Test
    void groupsAreListedByPages() {
        String many = newPool();
        List<String> all = List.of("a", "b", "c", "d", "e");
        all.forEach(
                name -> cognito.createGroup(request -> request.userPoolId(many).groupName(name)));

        List<ListGroupsResponse> pages =
                cognito.listGroupsPaginator(request -> request.userPoolId(many).limit(2)).stream()
                        .toList();

        assertThat(pages).extracting(page -> page.groups().size()).containsExactly(2, 2, 1);
        assertThat(pages.stream().flatMap(page -> page.groups().stream()).map(GroupType::groupName))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whatGroupsRefuseArrivesAsItsTypedException() {
        create("taken", 1);
        user("bob");

        assertFault(() -> create("taken", 1), GroupExistsException.class, "A group with the name already exists.");
        assertFault(
                () -> create("two words", 1),
                InvalidParameterException.class,
                "1 validation error detected: Value 'two words' at 'groupName' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
        assertFault(() -> join("nobody", "taken"), UserNotFoundException.class, "User does not exist.");
        assertFault(() -> join("bob", "nothing"), ResourceNotFoundException.class, "Group not found.");
    }

    private String newPool() {
        return cognito.createUserPool(request -> request.poolName("groups"))
                .userPool()
                .id();
    }

    private void create(String name, int precedence) {
        cognito.createGroup(request -> request.userPoolId(pool).groupName(name).precedence(precedence));
    }

    private GroupType group(String name) {
        return cognito.getGroup(request -> request.userPoolId(pool).groupName(name))
                .group();
    }

    private void user(String username) {
        cognito.adminCreateUser(
                request -> request.userPoolId(pool).username(username).messageAction(MessageActionType.SUPPRESS));
    }

    private void join(String username, String group) {
        cognito.adminAddUserToGroup(
                request -> request.userPoolId(pool).username(username).groupName(group));
    }

    private List<String> members(String group) {
        return names(
                cognito
                        .listUsersInGroupPaginator(
                                request -> request.userPoolId(pool).groupName(group))
                        .users()
                        .stream()
                        .toList());
    }
}
