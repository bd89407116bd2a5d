package dev.cognate.kms;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.Shape;

/** Shows a key. */
final class DescribeKey implements Operation<KmsRequest, Shape> {
    private final Kms keys;

    DescribeKey(Kms keys) {
        this.keys = keys;
    }

    @Override
    public Shape run(KmsRequest request, Call call) {
        return new KeyMetadata(keys.require(request.requiredKeyId()).key());
    }
}
