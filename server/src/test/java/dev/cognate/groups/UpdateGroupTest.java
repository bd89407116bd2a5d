package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** UpdateGroup over the wire. Reference: lifecycle G. */
class UpdateGroupTest extends GroupRoom {
    /** Clause G.3. "Absent members keep their value." */
    @Test
    void whatIsNotNamedKeepsItsValue() {
        create("admins", "\"Description\":\"old\",\"RoleArn\":\"" + ROLE + "admin\",\"Precedence\":5");
        server.clock().advance(Duration.ofSeconds(1));

        assertThat(on("UpdateGroup", "admins", "\"Precedence\":0").body())
                .isEqualTo("{\"Group\":{\"CreationDate\":1772366400,\"Description\":\"old\",\"GroupName\":\"admins\","
                        + "\"LastModifiedDate\":1772366401,\"Precedence\":0,\"RoleArn\":\"" + ROLE
                        + "admin\",\"UserPoolId\":\"" + pool.id() + "\"}}");
        assertThat(on("UpdateGroup", "admins", "\"Description\":\"new\",\"RoleArn\":\"" + ROLE + "other\"")
                        .body())
                .contains("\"Description\":\"new\"", "\"Precedence\":0", "role/other");
        assertThat(on("GetGroup", "admins", "").body()).contains("\"Description\":\"new\"", "\"Precedence\":0");
    }

    @Test
    void anUnknownGroupIsNotFound() {
        assertThat(on("UpdateGroup", "admins", "\"Precedence\":0").outcome()).isEqualTo(NO_GROUP);
    }
}
