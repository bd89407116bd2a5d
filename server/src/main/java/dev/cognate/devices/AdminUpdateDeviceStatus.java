package dev.cognate.devices;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminUpdateDeviceStatusRequest;
import dev.cognate.wire.model.AdminUpdateDeviceStatusResponse;

/** Remembers a device of a user, or ceases to. Reference: auth 20.3. */
final class AdminUpdateDeviceStatus
        implements Operation<AdminUpdateDeviceStatusRequest, AdminUpdateDeviceStatusResponse> {
    private final NamedUser named;
    private final DeviceStatus status;

    AdminUpdateDeviceStatus(NamedUser named, DeviceStatus status) {
        this.named = named;
        this.status = status;
    }

    @Override
    public AdminUpdateDeviceStatusResponse run(AdminUpdateDeviceStatusRequest request, Call call) {
        status.set(
                named.require(request.userPoolId(), request.username(), call),
                request.deviceKey(),
                request.deviceRememberedStatus());
        return new AdminUpdateDeviceStatusResponse();
    }
}
