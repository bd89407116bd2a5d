package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.ResourceNotFoundException;

/** Forgets a device: it is gone, and the sign-ins that began on it end. Reference: auth 20.3. */
final class Forgetting {
    private final Store store;
    private final Devices.Ending ending;

    Forgetting(Store store, Devices.Ending ending) {
        this.store = store;
        this.ending = ending;
    }

    /**
     * Forgets a device of a user.
     *
     * @throws ResourceNotFoundException there is none
     */
    void forget(User user, String deviceKey) {
        store.write(tx -> {
            forget(tx, user, deviceKey);
            return user;
        });
    }

    private void forget(Tx tx, User user, String deviceKey) {
        if (!DevicesTable.delete(tx, user.pool(), user.sub(), deviceKey)) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
        ending.in(tx, user.pool(), user.sub(), deviceKey);
    }
}
