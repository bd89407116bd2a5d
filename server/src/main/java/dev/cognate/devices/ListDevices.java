package dev.cognate.devices;

import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListDevicesRequest;
import dev.cognate.wire.model.ListDevicesResponse;

/** Lists the devices of the user who asks, remembered or not. Reference: auth 20.3. */
final class ListDevices implements Operation<ListDevicesRequest, ListDevicesResponse> {
    private final AccessTokens accessTokens;
    private final DeviceList list;

    ListDevices(AccessTokens accessTokens, DeviceList list) {
        this.accessTokens = accessTokens;
        this.list = list;
    }

    @Override
    public ListDevicesResponse run(ListDevicesRequest request, Call call) {
        DeviceList.Page page = list.page(
                accessTokens.require(request.accessToken()).user(), request.limit(), request.paginationToken());
        return new ListDevicesResponse(
                page.devices().stream().map(ShownDevice::toUser).toList(), page.next());
    }
}
