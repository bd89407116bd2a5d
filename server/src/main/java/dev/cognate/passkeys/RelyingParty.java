package dev.cognate.passkeys;

import dev.cognate.pools.Pool;
import dev.cognate.wire.model.UserVerificationType;
import dev.cognate.wire.model.WebAuthnConfigurationType;
import dev.cognate.wire.model.WebAuthnFactorConfigurationType;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The domain that a pool's passkeys belong to. Reference: auth 21.1.
 *
 * @param id the domain name
 * @param verification whether authenticators must recognise the user (fingerprint, PIN), or do so if they can
 */
record RelyingParty(String id, UserVerificationType verification) {

    /** The pool's: as configured, else its custom domain, else the host of its prefix domain; null for none of them. */
    static @Nullable RelyingParty of(Pool pool) {
        WebAuthnConfigurationType given = pool.factors().webAuthn();
        String id = given == null ? null : given.relyingPartyId();
        String domain = id == null ? domain(pool) : id;
        return domain == null ? null : new RelyingParty(domain.toLowerCase(Locale.ROOT), verification(given));
    }

    private static @Nullable String domain(Pool pool) {
        String custom = pool.config().customDomain();
        String prefix = pool.config().domain();
        if (custom != null || prefix == null) {
            return custom;
        }
        return prefix + ".auth." + pool.id().region() + ".amazoncognito.com";
    }

    /** A passkey that stands for two factors has to recognise the user: it would be one factor otherwise. */
    private static UserVerificationType verification(@Nullable WebAuthnConfigurationType given) {
        if (isBothFactors(given)) {
            return UserVerificationType.REQUIRED;
        }
        UserVerificationType verification = given == null ? null : given.userVerification();
        return verification == null ? UserVerificationType.PREFERRED : verification;
    }

    /** Whether a passkey can stand for both factors. */
    static boolean isBothFactors(@Nullable WebAuthnConfigurationType given) {
        return given != null
                && given.factorConfiguration() == WebAuthnFactorConfigurationType.MULTI_FACTOR_WITH_USER_VERIFICATION;
    }

    boolean requiresVerification() {
        return verification == UserVerificationType.REQUIRED;
    }

    /**
     * Whether a page may use the passkeys: it came over HTTPS (or from this machine) from the domain or a subdomain.
     *
     * @param origin the page's, as the browser wrote it
     */
    boolean allows(String origin) {
        URI page;
        try {
            page = URI.create(origin);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
        String host = page.getHost();
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean local = name.equals("localhost") || name.endsWith(".localhost");
        boolean safe = "https".equals(page.getScheme()) || ("http".equals(page.getScheme()) && local);
        return safe && (name.equals(id) || name.endsWith("." + id));
    }
}
