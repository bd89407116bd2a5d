package dev.cognate.bench.subject;

import dev.cognate.bench.load.Probe;
import dev.cognate.bench.load.Script;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users who can sign in, made through the API of any server: each with a password of its own, confirmed, and signed in
 * once. Gives the requests of signing in as scripts.
 */
public final class Accounts {
    private static final String FLOWS = """
            "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]""";

    private final String pool;
    private final String client;
    private final List<Held> held;

    /** What a user got by signing in. */
    private record Held(String access, String refresh) {}

    private Accounts(String pool, String client, List<Held> held) {
        this.pool = pool;
        this.client = client;
        this.held = List.copyOf(held);
    }

    /** Makes a pool, a client and so many users. */
    public static Accounts make(Server server, int users) throws IOException, InterruptedException {
        String pool = Calls.member(Calls.callWhenReady(server.address(), "CreateUserPool", """
                {"PoolName": "sign-in"}"""), "Id");
        String client = Calls.member(
                Calls.call(server.address(), "CreateUserPoolClient", """
                {"UserPoolId": "%s", "ClientName": "bench", %s}""".formatted(pool, FLOWS)), "ClientId");
        List<Held> held = new ArrayList<>();
        try (Probe probe = new Probe(server.address())) {
            for (int i = 0; i < users; i++) {
                held.add(account(probe, pool, client, i));
            }
        }
        return new Accounts(pool, client, held);
    }

    private static Held account(Probe probe, String pool, String client, int number) throws IOException {
        ask(probe, "AdminCreateUser", """
                {"UserPoolId": "%s", "Username": "%s", "MessageAction": "SUPPRESS", "UserAttributes": \
                [{"Name": "email", "Value": "%s"}]}""".formatted(pool, name(number), Names.email(number)));
        ask(probe, "AdminSetUserPassword", """
                {"UserPoolId": "%s", "Username": "%s", "Password": "%s", "Permanent": true}""".formatted(pool, name(number), password(number)));
        String tokens = ask(probe, "InitiateAuth", passwordBody(client, number));
        return new Held(Calls.member(tokens, "AccessToken"), Calls.member(tokens, "RefreshToken"));
    }

    private static String ask(Probe probe, String operation, String body) throws IOException {
        Probe.Answer answer = probe.ask(Script.of(operation, _ -> body), 0);
        if (answer.status() != 200) {
            throw new IOException(operation + " was answered with " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String name(int number) {
        return Names.username(number);
    }

    private static String password(int number) {
        return "Secret-1-" + Names.username(number);
    }

    private int number(long place) {
        return (int) (place % held.size());
    }

    private static String passwordBody(String client, int number) {
        return """
                {"ClientId": "%s", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": "%s", \
                "PASSWORD": "%s"}}""".formatted(client, name(number), password(number));
    }

    /** Sign-in with the password itself. */
    public Script byPassword() {
        return Script.of("InitiateAuth", place -> passwordBody(client, number(place)));
    }

    /** New tokens for a refresh token. */
    public Script refresh() {
        return Script.of("InitiateAuth", place -> """
                {"ClientId": "%s", "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": {"REFRESH_TOKEN": "%s"}}""".formatted(client, held.get(number(place)).refresh));
    }

    /** Who a user is, for its access token. */
    public Script getUser() {
        return Script.of("GetUser", place -> """
                {"AccessToken": "%s"}""".formatted(held.get(number(place)).access));
    }

    /** Tokens of another client's own, for its secret. */
    public Script clientToken(Server server) throws IOException, InterruptedException {
        String made = Calls.call(server.address(), "CreateUserPoolClient", """
                {"UserPoolId": "%s", "ClientName": "machine", "GenerateSecret": true, \
                "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"]}""".formatted(pool));
        String body = """
                {"ClientId": "%s", "Secret": "%s"}""".formatted(Calls.member(made, "ClientId"), Calls.member(made, "ClientSecret"));
        return Script.of("GetClientToken", _ -> body);
    }

    /** A whole sign-in by SRP, both its requests; the fault that it ended with, null for none. */
    public @Nullable String bySrp(Probe connection, long place, SecureRandom random, InstantSource clock)
            throws IOException {
        SrpClient srp = new SrpClient(random);
        String name = name(number(place));
        Probe.Answer challenge = connection.ask(
                Script.of("InitiateAuth", _ ->
                        """
                {"ClientId": "%s", "AuthFlow": "USER_SRP_AUTH", "AuthParameters": {"USERNAME": "%s", \
                "SRP_A": "%s"}}""".formatted(client, name, srp.publicNumber().toString(16))),
                0);
        if (challenge.status() != 200) {
            return "InitiateAuth " + challenge.status();
        }
        String answer = answer(srp, place, challenge.body(), SrpClient.timestamp(clock.instant()));
        int status = connection
                .ask(Script.of("RespondToAuthChallenge", _ -> answer), 0)
                .status();
        return status == 200 ? null : "RespondToAuthChallenge " + status;
    }

    private String answer(SrpClient srp, long place, String challenge, String timestamp) throws IOException {
        int number = number(place);
        String block = Calls.member(challenge, "SECRET_BLOCK");
        String group = pool.substring(pool.indexOf('_') + 1);
        String signature = srp.sign(
                new SrpClient.Account(group, name(number), password(number)),
                new SrpClient.Challenge(
                        new BigInteger(Calls.member(challenge, "SALT"), 16),
                        new BigInteger(Calls.member(challenge, "SRP_B"), 16),
                        block),
                timestamp);
        return """
                {"ClientId": "%s", "ChallengeName": "PASSWORD_VERIFIER", "ChallengeResponses": {"USERNAME": "%s", \
                "PASSWORD_CLAIM_SECRET_BLOCK": "%s", "PASSWORD_CLAIM_SIGNATURE": "%s", "TIMESTAMP": "%s"}}""".formatted(client, name(number), block, signature, timestamp);
    }
}
