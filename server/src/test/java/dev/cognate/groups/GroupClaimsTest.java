package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tokens say of a user's groups: {@link Groups#claims}. Reference: lifecycle G, "Tokens" and "Precedence". */
class GroupClaimsTest extends GroupRoom {
    @BeforeEach
    void signUp() {
        pool.signUpWith("jane", "[]");
    }

    private void member(String group, String members) {
        create(group, members);
        add("jane", group);
    }

    private static String role(String name) {
        return "\"RoleArn\":\"" + ROLE + name + "\"";
    }

    private GroupClaims claims() {
        Users users = new Users(server.store());
        if (users.find(server.rooms().pools().require(new PoolId(pool.id())), "jane")
                instanceof Lookup.Found(User user)) {
            return server.store().read(tx -> Groups.claims(tx, user));
        }
        throw new AssertionError("There is no jane");
    }

    @Test
    void aUserWithoutGroupsHasNoClaims() {
        assertThat(claims().names()).isEmpty();
        assertThat(claims().roles()).isEmpty();
        assertThat(claims().preferredRole()).isNull();
    }

    /** Clause G.t1. "Lower number wins; null ranks last." */
    @Test
    void namesAndRolesComeInOrderOfPrecedence() {
        member("without", role("without"));
        member("high", role("high") + ",\"Precedence\":7");
        member("low", role("low") + ",\"Precedence\":1");
        member("also-high", role("high") + ",\"Precedence\":8");

        assertThat(claims().names()).containsExactly("low", "high", "also-high", "without");
        assertThat(claims().roles()).containsExactly(ROLE + "low", ROLE + "high", ROLE + "without");
        assertThat(claims().preferredRole()).isEqualTo(ROLE + "low");
    }

    /** Clause G.t2. "Two groups share the lowest precedence: same RoleArn → it is the preferred role." */
    @Test
    void groupsOfOnePrecedenceWithOneRoleAgree() {
        member("a", role("one") + ",\"Precedence\":1");
        member("b", role("one") + ",\"Precedence\":1");
        member("c", role("other") + ",\"Precedence\":2");

        assertThat(claims().preferredRole()).isEqualTo(ROLE + "one");
    }

    /** Clause G.t2. "Different → cognito:preferred_role is not set." */
    @Test
    void groupsOfOnePrecedenceWithDifferentRolesDoNot() {
        member("a", role("one") + ",\"Precedence\":1");
        member("b", role("other") + ",\"Precedence\":1");

        assertThat(claims().preferredRole()).isNull();
        assertThat(claims().roles()).containsExactly(ROLE + "one", ROLE + "other");
    }

    @Test
    void theGroupThatTakesPrecedenceDecidesEvenWithoutARole() {
        member("a", "\"Precedence\":1");
        member("b", role("other") + ",\"Precedence\":2");

        assertThat(claims().preferredRole()).isNull();
    }

    @Test
    void groupsWithoutPrecedenceShareTheLastPlace() {
        member("a", role("one"));
        assertThat(claims().preferredRole()).isEqualTo(ROLE + "one");

        member("b", role("other"));
        assertThat(claims().preferredRole()).isNull();
    }
}
