package dev.cognate.front;

/** Believes what the signature says about itself. */
final class AnyCredentials implements Signatures {

    @Override
    public Signer signer(Request request, String service) {
        Authorization authorization = Authorization.of(request);
        return new Signer(authorization.accessKeyId(), authorization.region());
    }
}
