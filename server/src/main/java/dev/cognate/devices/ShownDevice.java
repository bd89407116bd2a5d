package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.DeviceType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Devices as answers show them: less to users than to administrators. Reference: auth 20.3. */
final class ShownDevice {
    private ShownDevice() {}

    /** What the user sees. */
    static DeviceType toUser(Device device) {
        return shown(device, List.of());
    }

    /**
     * What an administrator sees.
     *
     * @param account whose resource the device is
     */
    static DeviceType toAdministrator(Device device, User user, String account) {
        String owner = user.username() + "." + device.pool();
        String arn = "arn:aws:cognito-idp:" + device.pool().region() + ":" + account + ":owner/" + owner + "/device/"
                + device.key();
        return shown(
                device,
                List.of(
                        new AttributeType("dev:device_arn", arn),
                        new AttributeType("dev:device_owner", owner),
                        new AttributeType(
                                "dev:device_remembered_status", device.remembered() ? "remembered" : "not_remembered"),
                        new AttributeType("dev:device_sdk", "aws-sdk")));
    }

    private static DeviceType shown(Device device, List<AttributeType> further) {
        List<AttributeType> attributes = new ArrayList<>();
        attributes.add(new AttributeType("device_status", "valid"));
        String name = device.name();
        if (name != null) {
            attributes.add(new AttributeType("device_name", name));
        }
        attributes.add(new AttributeType("last_ip_used", device.lastAddress()));
        attributes.addAll(further);
        return DeviceType.builder()
                .deviceKey(device.key())
                .deviceAttributes(attributes)
                .deviceCreateDate(device.created())
                .deviceLastModifiedDate(device.modified())
                .deviceLastAuthenticatedDate(device.authenticated().truncatedTo(ChronoUnit.SECONDS))
                .build();
    }
}
