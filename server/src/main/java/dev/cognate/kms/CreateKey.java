package dev.cognate.kms;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.Shape;

/** Makes a symmetric key. Its policy, tags and origin are not looked at. */
final class CreateKey implements Operation<KmsRequest, Shape> {
    private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

    private final Kms keys;
    private final String account;

    CreateKey(Kms keys, String account) {
        this.keys = keys;
        this.account = account;
    }

    @Override
    public Shape run(KmsRequest request, Call call) {
        if (request.keySpec() != null && !request.keySpec().equals(SYMMETRIC)) {
            throw Faults.unsupported("The key spec " + request.keySpec());
        }
        String description = request.description() == null ? "" : request.description();
        return new KeyMetadata(keys.create(call.region(), account, description));
    }
}
