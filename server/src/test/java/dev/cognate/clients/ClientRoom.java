package dev.cognate.clients;

import dev.cognate.pools.Api;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.PoolRoom;
import dev.cognate.pools.SchemaUse;
import org.junit.jupiter.api.BeforeEach;

/** This room beside that of the pools, with one pool, once on each database. */
abstract class ClientRoom extends PoolRoom {
    /** What a client shows that was created with a name only; {@code $id} and {@code $pool} are to be put in. */
    static final String DEFAULTS = "{\"UserPoolClient\":{\"AllowedOAuthFlowsUserPoolClient\":false,"
            + "\"AuthSessionValidity\":3,\"ClientId\":\"$id\",\"ClientName\":\"web\",\"ClientType\":\"REGULAR\","
            + "\"CreationDate\":1795226400.123,\"EnablePropagateAdditionalUserContextData\":false,"
            + "\"EnableTokenRevocation\":true,\"LastModifiedDate\":1795226400.123,\"RefreshTokenValidity\":30,"
            + "\"TokenValidityUnits\":{},\"UserPoolId\":\"$pool\"}}";

    Clients clients;
    String pool;

    @BeforeEach
    final void makeAPool() {
        clients = new Clients(store, pools, keys, randomness, time, time);
        api = new Api(pools.operations(new PageTokens(keys, time), SchemaUse.NONE), clients.operations());
        pool = api.pool("");
    }

    final String create(String members) {
        return api.answer("CreateUserPoolClient", createRequest(members));
    }

    final String refusal(String members) {
        return api.refusal("CreateUserPoolClient", createRequest(members));
    }

    final String createRequest(String members) {
        return "{\"UserPoolId\":\"" + pool + "\",\"ClientName\":\"web\"" + (members.isEmpty() ? "" : ",") + members
                + "}";
    }

    final String describe(String id) {
        return api.answer("DescribeUserPoolClient", request(id));
    }

    final String request(String id) {
        return "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\"}";
    }
}
