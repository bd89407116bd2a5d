package dev.cognate.bench;

import dev.cognate.bench.load.Probe;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Calls;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.SeededFolder.Standing;
import dev.cognate.bench.subject.Server;
import dev.cognate.bench.subject.SrpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody without an account learns of a name from a client with PreventUserExistenceErrors: whether unknown,
 * disabled, confirmed and unconfirmed users get answers of the same form, in times that a rank test cannot tell apart. One
 * connection asks one name after the other; the kinds come in blocks, in random order within each.
 */
final class Enumeration implements Benchmark {
    private static final int BLOCKS = 2_500;

    /**
     * Until the code of a delivery is compiled as well as that of a decoy, which three kinds of four get. With 500 real
     * deliveries took 20 us longer; the next 2,500 requests showed the same, those after them nothing.
     */
    private static final int WARM_UP = 4_000;

    /** Of codes that nobody was sent. */
    private static final String WRONG = "wrong-code";

    private static final String NO_SIGNATURE = Base64.getEncoder().encodeToString(new byte[32]);

    /** In this order users are seeded; the names of nobody are numbered behind them. */
    private static final List<Standing> SEEDED = List.of(Standing.UNCONFIRMED, Standing.CONFIRMED, Standing.DISABLED);

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    /** Where the service tells everybody of the others, there is nothing to conceal of them. */
    private static final Set<Kind> WHO_MAY_SIGN_IN = EnumSet.of(Kind.CONFIRMED, Kind.UNKNOWN);

    private static final Set<Kind> WHO_MAY_CONFIRM = EnumSet.of(Kind.UNCONFIRMED, Kind.DISABLED, Kind.UNKNOWN);

    /** What there is to know of a name. */
    enum Kind {
        UNCONFIRMED(0),
        CONFIRMED(1),
        DISABLED(2),
        UNKNOWN(3);

        /** How many blocks of numbers are before those of this kind. */
        private final int place;

        Kind(int place) {
            this.place = place;
        }

        /** The name of this kind in a block. Unknown names are behind all others. */
        String name(int block, int blocks) {
            return Names.username((long) place * blocks + block);
        }
    }

    /**
     * What is asked for each name.
     *
     * @param kinds of which names, {@link Kind#UNKNOWN} among them
     */
    record Question(String name, Set<Kind> kinds, Asking asking) {}

    /** Asks for one name; the answer whose time counts. */
    @FunctionalInterface
    interface Asking {
        Probe.Answer ask(Probe probe, String username) throws IOException;
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int warmUp = bench.users(WARM_UP);
        int blocks = bench.users(BLOCKS) + warmUp;
        Path folder = bench.folder("enumeration");
        SeededFolder.make(folder, blocks * SEEDED.size(), n -> SEEDED.get(n / blocks), bench.random(), bench.clock());
        try (Server server = bench.cognate().serve(folder);
                Probe probe = new Probe(server.address())) {
            for (Question question : questions(bench, concealing(server))) {
                EnumerationTrial trial = new EnumerationTrial(question, blocks, warmUp);
                trial.run(probe);
                trial.report(bench.report());
            }
        }
    }

    private static String concealing(Server server) throws IOException, InterruptedException {
        return Calls.member(
                Calls.call(server.address(), "CreateUserPoolClient", """
                        {"UserPoolId": "%s", "ClientName": "web", "PreventUserExistenceErrors": "ENABLED", \
                        "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"]}""".formatted(server.pool())), "ClientId");
    }

    /** A code is asked for before one is tried: without, the service itself says that none was ever sent. */
    private static List<Question> questions(Bench bench, String client) {
        String wrongCode = ", \"ConfirmationCode\": \"" + WRONG + "\"";
        return List.of(
                question("ResendConfirmationCode", ALL, client, ""),
                question("ConfirmSignUp", WHO_MAY_CONFIRM, client, wrongCode),
                question("ForgotPassword", ALL, client, ""),
                question("ConfirmForgotPassword", ALL, client, wrongCode + ", \"Password\": \"Another-password-2\""),
                new Question(
                        "a wrong password",
                        WHO_MAY_SIGN_IN,
                        (probe, name) -> probe.ask(wrongPassword(client, name), 0)),
                new Question("SRP challenge", WHO_MAY_SIGN_IN, new Srp(bench, client)::challenge),
                new Question("a wrong proof by SRP", WHO_MAY_SIGN_IN, new Srp(bench, client)::wrongProof));
    }

    private static Question question(String operation, Set<Kind> kinds, String client, String more) {
        return new Question(
                operation,
                kinds,
                (probe, name) -> probe.ask(Script.of(operation, _ -> """
                {"ClientId": "%s", "Username": "%s"%s}""".formatted(client, name, more)), 0));
    }

    private static Script wrongPassword(String client, String name) {
        return Script.of("InitiateAuth", _ -> """
                {"ClientId": "%s", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": "%s", \
                "PASSWORD": "Not-this-password-3"}}""".formatted(client, name));
    }

    /** Signing in by SRP, of somebody who does not know the password. */
    private record Srp(Bench bench, String client) {

        Probe.Answer challenge(Probe probe, String name) throws IOException {
            String publicNumber = new SrpClient(bench.random()).publicNumber().toString(16);
            return probe.ask(Script.of("InitiateAuth", _ -> """
                    {"ClientId": "%s", "AuthFlow": "USER_SRP_AUTH", "AuthParameters": {"USERNAME": "%s", \
                    "SRP_A": "%s"}}""".formatted(client, name, publicNumber)), 0);
        }

        Probe.Answer wrongProof(Probe probe, String name) throws IOException {
            String block = Calls.member(challenge(probe, name).body(), "SECRET_BLOCK");
            return probe.ask(
                    Script.of("RespondToAuthChallenge", _ -> """
                    {"ClientId": "%s", "ChallengeName": "PASSWORD_VERIFIER", "ChallengeResponses": {"USERNAME": "%s", \
                    "PASSWORD_CLAIM_SECRET_BLOCK": "%s", "PASSWORD_CLAIM_SIGNATURE": "%s", "TIMESTAMP": "%s"}}""".formatted(
                                    client,
                                    name,
                                    block,
                                    NO_SIGNATURE,
                                    SrpClient.timestamp(bench.clock().instant()))),
                    0);
        }
    }
}
