package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.domain.PoolId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What DeleteUserPool refuses, and that nothing stays of what it deletes (oauth-config B4). */
final class DeleteUserPoolTest extends PoolRoom {
    @Test
    void aProtectedPoolIsNotDeleted() {
        String id = api.pool("\"DeletionProtection\":\"ACTIVE\"");

        assertThat(api.refusal("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEqualTo("InvalidParameterException: The user pool cannot be deleted because deletion protection is"
                        + " activated. Deletion protection must be inactivated first.");

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"DeletionProtection\":\"INACTIVE\"}");
        assertThat(api.answer("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEmpty();
    }

    @Test
    void aPoolWithADomainIsNotDeleted() {
        String id = api.pool("");
        pools.change(new PoolId(id), pool -> pool.toBuilder().domain("people").build());

        assertThat(api.refusal("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEqualTo("InvalidParameterException: User pool cannot be deleted. It has a domain configured that"
                        + " should be deleted first.");
    }

    @Test
    void aDeletedPoolIsGoneAtOnceAndNothingOfItStays() {
        String gone = api.pool("");
        String stays = api.pool("");
        EveryTable tables = everyTable();
        for (String table : tables.names()) {
            if (!table.equals("pools")) {
                tables.fill(table, gone, 1_201);
                tables.fill(table, stays, 3);
            }
        }
        assertThat(tables.names()).contains("pools", "clients", "users", "user_names", "codes", "outbox", "inbox");

        assertThat(api.answer("DeleteUserPool", "{\"UserPoolId\":\"" + gone + "\"}"))
                .isEmpty();

        assertThat(pools.find(new PoolId(gone))).isNull();
        assertThat(tables.names()).allSatisfy(table -> {
            assertThat(tables.count(table, gone)).isZero();
            assertThat(tables.count(table, stays)).isEqualTo(table.equals("pools") ? 1 : 3);
        });
    }

    @Test
    void whatAKilledPurgeLeftIsClearedAtTheNextStart() {
        String gone = api.pool("");
        String stays = api.pool("");
        EveryTable tables = everyTable();
        List<String> purged = tables.names().stream()
                .filter(table -> !table.startsWith("client") && !table.equals("pools"))
                .toList();
        purged.forEach(table -> {
            tables.fill(table, gone, 3);
            tables.fill(table, stays, 3);
        });
        Api killed = new Api(node(_ -> {}).operations(new PageTokens(keys, time), SchemaUse.NONE));
        killed.answer("DeleteUserPool", "{\"UserPoolId\":\"" + gone + "\"}");
        assertThat(purged)
                .allSatisfy(table -> assertThat(tables.count(table, gone)).isEqualTo(3));

        Pools restarted = node(Runnable::run);

        assertThat(restarted.purgeOrphans()).isEqualTo(1);
        assertThat(restarted.purgeOrphans()).isZero();
        assertThat(purged).allSatisfy(table -> {
            assertThat(tables.count(table, gone)).isZero();
            assertThat(tables.count(table, stays)).isEqualTo(3);
        });
    }

    @Test
    void aPurgeTouchesNothingOfAPoolThatExists() {
        String id = api.pool("");
        EveryTable tables = everyTable();
        tables.fill("users", id, 3);
        tables.fill("inbox", id, 3);

        new Purge(store).pool(new PoolId(id));

        assertThat(tables.count("users", id)).isEqualTo(3);
        assertThat(tables.count("inbox", id)).isEqualTo(3);
    }
}
