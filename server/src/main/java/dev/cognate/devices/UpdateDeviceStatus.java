package dev.cognate.devices;

import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UpdateDeviceStatusRequest;
import dev.cognate.wire.model.UpdateDeviceStatusResponse;

/** Remembers a device of the user who asks, or ceases to. Reference: auth 20.3. */
final class UpdateDeviceStatus implements Operation<UpdateDeviceStatusRequest, UpdateDeviceStatusResponse> {
    private final AccessTokens accessTokens;
    private final DeviceStatus status;

    UpdateDeviceStatus(AccessTokens accessTokens, DeviceStatus status) {
        this.accessTokens = accessTokens;
        this.status = status;
    }

    @Override
    public UpdateDeviceStatusResponse run(UpdateDeviceStatusRequest request, Call call) {
        status.set(
                accessTokens.require(request.accessToken()).user(),
                request.deviceKey(),
                request.deviceRememberedStatus());
        return new UpdateDeviceStatusResponse();
    }
}
