package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminListDevicesRequest;
import dev.cognate.wire.model.AdminListDevicesResponse;

/** Lists the devices of a user, remembered or not. Reference: auth 20.3. */
final class AdminListDevices implements Operation<AdminListDevicesRequest, AdminListDevicesResponse> {
    private final NamedUser named;
    private final DeviceList list;
    private final String account;

    AdminListDevices(NamedUser named, DeviceList list, String account) {
        this.named = named;
        this.list = list;
        this.account = account;
    }

    @Override
    public AdminListDevicesResponse run(AdminListDevicesRequest request, Call call) {
        User user = named.require(request.userPoolId(), request.username(), call);
        DeviceList.Page page = list.page(user, request.limit(), request.paginationToken());
        return new AdminListDevicesResponse(
                page.devices().stream()
                        .map(device -> ShownDevice.toAdministrator(device, user, account))
                        .toList(),
                page.next());
    }
}
