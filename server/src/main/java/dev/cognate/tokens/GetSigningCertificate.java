package dev.cognate.tokens;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetSigningCertificateRequest;
import dev.cognate.wire.model.GetSigningCertificateResponse;
import java.util.Base64;

/**
 * Shows the certificate by which SAML identity providers check requests of a pool: X.509, DER in Base64, without lines
 * around it.
 */
final class GetSigningCertificate implements Operation<GetSigningCertificateRequest, GetSigningCertificateResponse> {
    private final Pools pools;
    private final SamlKeys keys;

    GetSigningCertificate(Tokens.Collaborators with) {
        this.pools = with.pools();
        this.keys = new SamlKeys(with);
    }

    @Override
    public GetSigningCertificateResponse run(GetSigningCertificateRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        byte[] certificate = keys.require(pool).certificate(pool);
        return new GetSigningCertificateResponse(Base64.getEncoder().encodeToString(certificate));
    }
}
