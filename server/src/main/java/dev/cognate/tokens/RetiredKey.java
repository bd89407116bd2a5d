package dev.cognate.tokens;

import dev.cognate.crypto.RsaKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A key that signs no more, and is known until the last token that it signed is over.
 *
 * @param use what it signed
 * @param publicKey all that is left of it
 */
record RetiredKey(TokenUse use, RSAPublicKey publicKey) {
    /** Its name in tokens. */
    String id() {
        return RsaKey.idOf(publicKey);
    }
}
