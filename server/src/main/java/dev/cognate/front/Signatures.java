package dev.cognate.front;

import java.time.InstantSource;
import java.util.Set;

/** How the signatures (AWS Signature Version 4) of signed operations are treated. Reference: oauth-config A7. */
public sealed interface Signatures permits AnyCredentials, VerifiedSignatures {

    /** Signatures must be there and name a region, and are not verified: for one's own machine, and for tests. */
    static Signatures any() {
        return new AnyCredentials();
    }

    /**
     * Signatures must be right.
     *
     * @param keys whose signatures count
     * @param clock the time that they are compared with
     * @param regions the regions that they may be made for; empty for all
     */
    static Signatures verified(AccessKeys keys, InstantSource clock, Set<String> regions) {
        return new VerifiedSignatures(keys, clock, regions);
    }

    /**
     * Who signed the request.
     *
     * @param service the service that the signature must be made for
     * @throws dev.cognate.wire.ProtocolFault the signature is missing or not accepted
     */
    Signer signer(Request request, String service);
}
