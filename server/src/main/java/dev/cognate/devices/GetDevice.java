package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.GetDeviceRequest;
import dev.cognate.wire.model.GetDeviceResponse;

/** Shows a remembered device to its user. Reference: auth 20.3. */
final class GetDevice implements Operation<GetDeviceRequest, GetDeviceResponse> {
    private final Devices devices;
    private final OwnDevices own;

    GetDevice(Devices devices, OwnDevices own) {
        this.devices = devices;
        this.own = own;
    }

    @Override
    public GetDeviceResponse run(GetDeviceRequest request, Call call) {
        User user = own.user(request.accessToken());
        Device device = devices.require(user, request.deviceKey());
        if (!device.remembered()) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
        return new GetDeviceResponse(ShownDevice.toUser(device));
    }
}
