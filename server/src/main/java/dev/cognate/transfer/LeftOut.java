package dev.cognate.transfer;

import java.util.Locale;

/** The tables that have something of pools and stay out of the file, each with the reason. A replaced pool loses it. */
enum LeftOut {
    CLIENT_POOLS("finds the pool of a client: made again from the clients"),
    USER_SEARCH("finds users by their attributes: made again from the users"),
    CODES("a code is good for minutes to hours, its hash is made with the server's own seal key, and the rest counts"),
    PASSKEY_CHALLENGES("a registration under way lasts for minutes"),
    CONVERSATIONS("a sign-in under way lasts for minutes"),
    USED_SESSIONS("belongs to sign-ins under way"),
    WRONG_PASSWORDS("counts, for minutes"),
    SIGN_INS("its refresh tokens are sealed with the server's own seal key: users sign in again"),
    ROTATED_TOKENS("belongs to sign-ins"),
    SESSIONS("belongs to sign-ins"),
    USER_EVENTS("tells what happened on the server, not what the pool is"),
    DELIVERY_FAILURES("tells how the server's own messages got through"),
    IMPORT_JOBS("tells what was done on the server; a job under way is bound to it"),
    IMPORT_CHUNKS("belongs to import jobs"),
    IMPORT_LOG("belongs to import jobs"),
    OUTBOX("is for the server to deliver"),
    INBOX("was delivered by the server");

    private final String reason;

    LeftOut(String reason) {
        this.reason = reason;
    }

    /** The table's name in the schema. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why it stays out. */
    String reason() {
        return reason;
    }
}
