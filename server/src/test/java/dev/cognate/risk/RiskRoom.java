package dev.cognate.risk;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A pool whose threat protection watches. */
abstract class RiskRoom {
    static final String PROTECTED = "\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}";

    static TestServer server;
    TestPool pool;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    final void makeAPool() {
        pool = server.pool(PROTECTED);
    }

    /** With OFF all operations are refused. */
    final String notEnabled() {
        return "UserPoolAddOnNotEnabledException: Threat protection is not enabled for user pool " + pool.id() + ".";
    }

    final Reply events(String username, String members) {
        return pool.adminCall("AdminListUserAuthEvents", "\"Username\":\"" + username + "\"" + members);
    }
}
