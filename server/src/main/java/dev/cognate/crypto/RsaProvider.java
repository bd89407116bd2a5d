package dev.cognate.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Optional;

/**
 * Who computes RSA signatures: most of the work of a sign-in. Amazon's Corretto Crypto Provider signs three times as
 * fast as the JDK where its native library is (docs/performance.md), verifies twice as fast, and the signatures are the
 * same. It is used for RSA only and is not registered with the JDK, whose hashes and ciphers are the faster ones.
 */
public final class RsaProvider {
    private static final String SIGNATURE = "SHA256withRSA";

    private final Provider provider;

    private RsaProvider(Provider provider) {
        this.provider = provider;
    }

    /** The fastest that works on this machine. */
    public static RsaProvider best() {
        return nativeOne().orElseGet(RsaProvider::jdk);
    }

    /**
     * The one that computes natively; none where its library does not load, or is not on the class path. It is named here
     * rather than looked for among all providers: that would open each provider's archive, one of which has thousands of
     * signed entries.
     */
    static Optional<RsaProvider> nativeOne() {
        try {
            return Optional.of(AmazonCorrettoCryptoProvider.INSTANCE)
                    .filter(RsaProvider::works)
                    .map(RsaProvider::new);
        } catch (LinkageError notForThisMachine) {
            return Optional.empty();
        }
    }

    /** Without its library it is there all the same, and offers nothing. */
    private static boolean works(Provider provider) {
        return provider.getService("Signature", SIGNATURE) != null && provider.getService("KeyFactory", "RSA") != null;
    }

    /** The JDK's own, which is always there. */
    public static RsaProvider jdk() {
        return new RsaProvider(Security.getProviders("Signature." + SIGNATURE)[0]);
    }

    /** The provider, for a library that checks signatures. */
    public Provider provider() {
        return provider;
    }

    KeyFactory keyFactory() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", provider);
    }

    Signature signature() throws GeneralSecurityException {
        return Signature.getInstance(SIGNATURE, provider);
    }

    /** The provider's name and version. */
    @Override
    public String toString() {
        return provider.getName() + " " + provider.getVersionStr();
    }
}
