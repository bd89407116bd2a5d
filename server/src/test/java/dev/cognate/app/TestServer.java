package dev.cognate.app;

import dev.cognate.codes.CodeLimits;
import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.front.FrontLimits;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Listen;
import dev.cognate.messaging.InboxMessage;
import dev.cognate.messaging.InboxQuery;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Ways;
import dev.cognate.outgoing.Documents;
import dev.cognate.pools.PoolSettings;
import dev.cognate.risk.CompromisedPasswords;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.tokens.Issuers;
import dev.cognate.triggers.HttpRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A whole server in this process, for tests: on a real store, spoken to over HTTP, with a clock that stands still. The
 * courier rests; looking into the inbox delivers first.
 */
public final class TestServer implements AutoCloseable {
    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260301/us-east-1/cognito-idp/aws4_request, "
                    + "SignedHeaders=host;x-amz-date, Signature=0";

    /** The other side of a test is on this machine, which may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Documents DOCUMENTS = new Documents(Documents.Realm.ANYWHERE, PATIENCE);

    private final TestClock clock = new TestClock();
    private final TestFunction function = new TestFunction();
    private final Answers answers = new Answers();
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Store store;
    private final KeyRing keys;
    private final @Nullable Path folder;
    private final Cognate cognate;

    /** In what a server differs from others; {@code patience} is how long it waits for the pools' function. */
    private record Plan(UnaryOperator<Cognate.Rules> change, Function<InstantSource, Ways> ways, Duration patience) {}

    private TestServer(Store store, KeyRing keys, Plan plan, @Nullable Path folder) {
        this.store = store;
        this.folder = folder;
        this.keys = keys;
        Cognate.Ground ground = new Cognate.Ground(store, keys, new SecureRandom(), clock, new TestRsaKeys());
        HttpRunner runner = new HttpRunner(Map.of(TestFunction.ARN, function.uri()), plan.patience);
        this.cognate = new Cognate(
                ground,
                plan.change.apply(rules()),
                new Cognate.Reach(List.of(runner), plan.ways.apply(clock), null, DOCUMENTS));
        cognate.listen();
    }

    /** A server on a SQLite file of its own. */
    public static TestServer start() {
        return start(rules -> rules);
    }

    /** A server on a SQLite file of its own, with other rules. */
    public static TestServer start(UnaryOperator<Cognate.Rules> change) {
        return onOwnFolder(new Plan(change, _ -> Ways.INBOX, PATIENCE));
    }

    /** A server on a SQLite file of its own that soon gives up a function: for tests of one that never answers. */
    public static TestServer impatient() {
        return onOwnFolder(new Plan(rules -> rules, _ -> Ways.INBOX, Duration.ofMillis(500)));
    }

    private static TestServer onOwnFolder(Plan plan) {
        try {
            Path folder = Files.createTempDirectory("cognate-test");
            return new TestServer(TestStores.sqlite(folder), KeyRing.of(new SecureRandom(), KEY), plan, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A server on a SQLite file of its own, whose messages take other ways than into the inbox. */
    public static TestServer sending(Function<InstantSource, Ways> ways, UnaryOperator<Cognate.Rules> change) {
        return onOwnFolder(new Plan(change, ways, PATIENCE));
    }

    /** A server on a store. Several servers may share one. */
    public static TestServer on(Store store, UnaryOperator<Cognate.Rules> change) {
        return on(store, KeyRing.of(new SecureRandom(), KEY), change);
    }

    /** A server on a store that was sealed with these keys. */
    public static TestServer on(Store store, KeyRing keys, UnaryOperator<Cognate.Rules> change) {
        return new TestServer(store, keys, new Plan(change, _ -> Ways.INBOX, PATIENCE), null);
    }

    private static Cognate.Rules rules() {
        FrontSettings front =
                new FrontSettings(new Listen("127.0.0.1", 0), null, "us-east-1", FrontLimits.DEFAULT, false, true);
        PoolSettings pools = new PoolSettings("123456789012", Duration.ofSeconds(1));
        return new Cognate.Rules(
                front,
                false,
                pools,
                false,
                CodeLimits.SERVICE,
                true,
                MaskStyle.SERVICE,
                0,
                null,
                false,
                true,
                Issuers.Style.OWN,
                CompromisedPasswords.bundled(),
                false);
    }

    /** The clock of the server. */
    public TestClock clock() {
        return clock;
    }

    /** The store of the server. */
    public Store store() {
        return store;
    }

    /** The keys of the server. */
    public KeyRing keys() {
        return keys;
    }

    /** The function that {@link TestFunction#ARN} names. */
    public TestFunction function() {
        return function;
    }

    /** Where the server listens. */
    public String url() {
        return cognate.url();
    }

    /** The server itself. */
    public Cognate cognate() {
        return cognate;
    }

    /** The rooms of the server, for what has no operation. */
    public Rooms rooms() {
        return cognate.rooms();
    }

    /** Calls an operation with a body of JSON; the request carries a signature that this server does not verify. */
    public Reply call(String operation, String json) {
        return send(HttpRequest.newBuilder(URI.create(url() + "/"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .header("X-Amz-Date", "20260301T120000Z")
                .header("Authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Calls an operation that must succeed. */
    public Reply expect(String operation, String json) {
        Reply reply = call(operation, json);
        if (reply.status() != 200) {
            throw new AssertionError(operation + " was refused: " + reply.body());
        }
        return reply;
    }

    /** Opens a page. */
    public Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
    }

    /** Sends any request. */
    public Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE.multipliedBy(2)).build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            answers.note(request, reply);
            return reply;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stop);
        }
    }

    /** A new pool with one client, made from further members of CreateUserPool; empty for none. */
    public TestPool pool(String members) {
        String further = members.isBlank() ? "" : "," + members;
        String id = expect("CreateUserPool", "{\"PoolName\":\"test\"" + further + "}")
                .member("Id");
        String client = expect("CreateUserPoolClient", """
            {"UserPoolId":"%s","ClientName":"test"}\
            """.formatted(id)).member("ClientId");
        return new TestPool(this, id, client);
    }

    /** A new pool that verifies e-mail addresses. */
    public TestPool poolVerifyingEmail() {
        return pool("\"AutoVerifiedAttributes\":[\"email\"]");
    }

    /** The messages that a user was sent, newest first. */
    public List<InboxMessage> inbox(String poolId, String username) {
        cognate.courier().deliverDue();
        return cognate.inbox().list(new InboxQuery(new PoolId(poolId), username, null, 100));
    }

    @Override
    public void close() {
        cognate.close();
        function.close();
        http.close();
        if (folder != null) {
            TestStores.clear(folder);
        }
    }
}
