package dev.cognate.devices;

import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminForgetDeviceRequest;

/** Forgets a device of a user. Reference: auth 20.3. */
final class AdminForgetDevice implements Operation<AdminForgetDeviceRequest, NoOutput> {
    private final NamedUser named;
    private final Forgetting forgetting;

    AdminForgetDevice(NamedUser named, Forgetting forgetting) {
        this.named = named;
        this.forgetting = forgetting;
    }

    @Override
    public NoOutput run(AdminForgetDeviceRequest request, Call call) {
        forgetting.forget(named.require(request.userPoolId(), request.username(), call), request.deviceKey());
        return new NoOutput();
    }
}
