package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminGetDeviceRequest;
import dev.cognate.wire.model.AdminGetDeviceResponse;

/** Shows a device of a user, remembered or not. Reference: auth 20.3. */
final class AdminGetDevice implements Operation<AdminGetDeviceRequest, AdminGetDeviceResponse> {
    private final Devices devices;
    private final NamedUser named;
    private final String account;

    AdminGetDevice(Devices devices, NamedUser named, String account) {
        this.devices = devices;
        this.named = named;
        this.account = account;
    }

    @Override
    public AdminGetDeviceResponse run(AdminGetDeviceRequest request, Call call) {
        User user = named.require(request.userPoolId(), request.username(), call);
        Device device = devices.require(user, request.deviceKey());
        return new AdminGetDeviceResponse(ShownDevice.toAdministrator(device, user, account));
    }
}
