package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CreateGroup over the wire. Reference: lifecycle G, A12. */
class CreateGroupTest extends GroupRoom {
    /** Clause G.1. {@code GroupType}: all members. */
    @Test
    void theAnswerShowsTheWholeGroup() {
        assertThat(create("admins", "\"Description\":\"May do all\",\"RoleArn\":\"" + ROLE + "admin\",\"Precedence\":0")
                        .body())
                .isEqualTo("{\"Group\":{\"CreationDate\":1772366400,\"Description\":\"May do all\","
                        + "\"GroupName\":\"admins\",\"LastModifiedDate\":1772366400,\"Precedence\":0,"
                        + "\"RoleArn\":\"" + ROLE + "admin\",\"UserPoolId\":\"" + pool.id() + "\"}}");
    }

    /** {@code GroupType}: unset members omitted. */
    @Test
    void whatIsNotGivenIsNotShown() {
        assertThat(create("admins", "").body())
                .isEqualTo("{\"Group\":{\"CreationDate\":1772366400,\"GroupName\":\"admins\","
                        + "\"LastModifiedDate\":1772366400,\"UserPoolId\":\"" + pool.id() + "\"}}");
    }

    /** Clauses A4.22, G.1. GroupExistsException; names that differ in case are different names. */
    @Test
    void aNameIsGivenOnce() {
        create("admins", "");

        assertThat(create("admins", "\"Precedence\":1").outcome())
                .isEqualTo("GroupExistsException: A group with the name already exists.");
        assertThat(create("Admins", "").status()).isEqualTo(200);
        assertThat(on("GetGroup", "admins", "").body()).doesNotContain("Precedence");
    }

    /** {@code GroupName}: no spaces; {@code Precedence} 0 or more; {@code RoleArn} 20 characters or more. */
    @Test
    void shapesAreChecked() {
        assertThat(create("two words", "").outcome())
                .startsWith("InvalidParameterException: 1 validation error detected: Value 'two words' at 'groupName'"
                        + " failed to satisfy constraint: Member must satisfy regular expression pattern");
        assertThat(create("a", "\"Precedence\":-1").fault()).isEqualTo("InvalidParameterException");
        assertThat(create("a", "\"RoleArn\":\"arn:short\"").fault()).isEqualTo("InvalidParameterException");
    }

    @Test
    void anUnknownPoolIsNamed() {
        assertThat(server.call("CreateGroup", "{\"UserPoolId\":\"us-east-1_unknown\",\"GroupName\":\"a\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }

    /** Clauses A12.11a, G.1. Row "groups/pool 10,000" of A12. */
    @Test
    void aPoolHasTenThousandGroupsAndNoMore() {
        fill(9_999);

        assertThat(create("last", "").status()).isEqualTo(200);
        assertThat(create("one-more", "").outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 10000 groups.");
        assertThat(create("last", "").fault()).isEqualTo("GroupExistsException");
        assertThat(on("DeleteGroup", "group5", "").status()).isEqualTo(200);
        assertThat(create("one-more", "").status()).isEqualTo(200);
    }

    private void fill(int groups) {
        List<Long> created = server.store().write(tx -> {
            for (int i = 0; i < groups; i++) {
                String name = "group" + i;
                tx.update(
                        "INSERT INTO user_groups (pool_id, name, group_id, created_at, modified_at) VALUES (?, ?, ?, ?, ?)",
                        pool.id(),
                        name,
                        name,
                        Instant.EPOCH,
                        Instant.EPOCH);
            }
            return tx.list("SELECT COUNT(*) FROM user_groups", row -> row.number(1));
        });
        assertThat(created).containsExactly((long) groups);
    }
}
