package dev.cognate.messaging;

import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.time.InstantSource;
import java.util.List;

/** The phone numbers of an account that get SMS while the sandbox is on. Safe for use by many threads. */
public final class SandboxNumbers {
    private final Store store;
    private final String account;
    private final InstantSource clock;

    /** The numbers of an AWS account. */
    public SandboxNumbers(Store store, String account, InstantSource clock) {
        this.store = store;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Lets a number get SMS; one that may already stays so.
     *
     * @throws IllegalArgumentException it is no phone number in E.164 form, or none that could exist
     */
    public void verify(String number) {
        if (!PhoneNumbers.mayExist(number)) {
            throw new IllegalArgumentException("Not a phone number as in +12065550100: " + number);
        }
        store.write(tx -> SandboxTable.insert(tx, account, number, clock.instant()));
    }

    /** All of them, in order. */
    public List<String> list() {
        return store.read((Tx tx) -> SandboxTable.list(tx, account));
    }

    /** Takes a number out; false when it was not in. */
    public boolean remove(String number) {
        return store.write(tx -> SandboxTable.delete(tx, account, number));
    }

    boolean isVerified(String number) {
        return store.read(tx -> SandboxTable.contains(tx, account, number));
    }
}
