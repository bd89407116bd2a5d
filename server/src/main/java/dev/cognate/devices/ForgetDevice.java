package dev.cognate.devices;

import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ForgetDeviceRequest;

/** Forgets a device of the user who asks. Reference: auth 20.3. */
final class ForgetDevice implements Operation<ForgetDeviceRequest, NoOutput> {
    private final OwnDevices own;
    private final Forgetting forgetting;

    ForgetDevice(OwnDevices own, Forgetting forgetting) {
        this.own = own;
        this.forgetting = forgetting;
    }

    @Override
    public NoOutput run(ForgetDeviceRequest request, Call call) {
        forgetting.forget(own.user(request.accessToken()), request.deviceKey());
        return new NoOutput();
    }
}
