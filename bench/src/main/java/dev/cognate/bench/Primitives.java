package dev.cognate.bench;

import dev.cognate.bench.subject.SrpClient;
import dev.cognate.crypto.RsaKey;
import dev.cognate.crypto.RsaProvider;
import dev.cognate.crypto.SrpServer;
import dev.cognate.crypto.SrpVerifier;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * What the arithmetic of a sign-in costs when nothing is around it, on one thread of this process: microseconds of
 * processor time. Measured in rounds between those of the server.
 */
final class Primitives {
    private static final int SIGNATURES = 600;
    private static final int EXCHANGES = 60;
    private static final byte[] BLOCK = new byte[800];

    private final RsaKey key;
    private final SecureRandom random;
    private final SrpVerifier verifier;
    private final SrpClient client;
    private final List<Double> signatures = new ArrayList<>();
    private final List<Double> exchanges = new ArrayList<>();
    private final List<Double> passwords = new ArrayList<>();

    Primitives(SecureRandom random) {
        this.random = random;
        this.key = RsaKey.of(RsaKey.fresh(random).encoded(), RsaProvider.best());
        this.verifier = SrpVerifier.create("BENCH0001", "everybody", "Everybody-has-1-password", random);
        this.client = new SrpClient(random);
    }

    /** One more round. */
    void round() {
        signatures.add(micros(SIGNATURES, () -> key.sign(BLOCK)));
        exchanges.add(micros(EXCHANGES, this::exchange));
        passwords.add(micros(EXCHANGES, () -> verifier.matches("BENCH0001", "everybody", "Everybody-has-1-password")));
    }

    /** A wrong signature costs as much as a right one. */
    private boolean exchange() {
        SrpServer server = SrpServer.begin(client.publicNumber(), verifier, random);
        return server.proves(verifier, new SrpServer.Claim("BENCH0001", "everybody", BLOCK, "now"), new byte[32]);
    }

    /** An RS256 signature by the provider that the server takes. */
    double signature() {
        return Text.median(signatures);
    }

    /** The server's half of an SRP exchange: three exponentiations. */
    double exchangeMicros() {
        return Text.median(exchanges);
    }

    /** A plain password compared with its verifier: one exponentiation. */
    double password() {
        return Text.median(passwords);
    }

    private interface Work {
        Object once();
    }

    private static double micros(int times, Work work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long looked = 0; // What nobody looks at need not be computed.
        for (int i = 0; i < times; i++) {
            looked += work.once().hashCode();
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        return looked == Long.MIN_VALUE ? 0 : spent / 1e3 / times;
    }
}
