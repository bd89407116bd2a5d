package dev.cognate.bench.subject;

import java.io.IOException;
import java.nio.file.Path;

/** Another program that answers a part of the same API. */
public sealed interface Peer permits CognitoLocal, Moto {

    /** What it is called. */
    String name();

    /**
     * Starts it with a pool of so many unconfirmed users, named as {@link Names} says.
     *
     * @param folder an empty folder for its files
     */
    Server start(Path folder, int users) throws IOException, InterruptedException;

    /** Makes a pool and a client in a server that has just started, and returns it with them. */
    static Server withPool(Server started) throws IOException, InterruptedException {
        String pool = Calls.member(Calls.callWhenReady(started.address(), "CreateUserPool", """
                        {"PoolName": "bench", "AutoVerifiedAttributes": ["email"]}"""), "Id");
        String client =
                Calls.member(Calls.call(started.address(), "CreateUserPoolClient", """
                        {"UserPoolId": "%s", "ClientName": "bench"}""".formatted(pool)), "ClientId");
        return new Server(started.name(), started.program(), started.address(), pool, client);
    }
}
