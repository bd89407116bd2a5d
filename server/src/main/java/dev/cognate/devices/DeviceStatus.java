package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.DeviceRememberedStatusType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Remembers a device, or ceases to. Reference: auth 20.3. */
final class DeviceStatus {
    private final Store store;
    private final InstantSource clock;

    DeviceStatus(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sets the status of a user's device.
     *
     * @throws InvalidParameterException no status is given
     * @throws ResourceNotFoundException there is no such device
     */
    void set(User user, String deviceKey, @Nullable DeviceRememberedStatusType status) {
        if (status == null) {
            throw new InvalidParameterException(Texts.NO_STATUS);
        }
        boolean remembered = status == DeviceRememberedStatusType.REMEMBERED;
        boolean found = store.write(
                tx -> DevicesTable.remember(tx, user.pool(), user.sub(), deviceKey, remembered, clock.instant()));
        if (!found) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
    }
}
