package dev.cognate.devices;

/** What this room tells clients. Reference: auth 12, 20.3. */
final class Texts {
    static final String NO_DEVICE = "Device does not exist.";
    static final String NO_USER = "User does not exist.";

    // No original is known for these.
    static final String CONFIRMED_BEFORE = "Device key already exists.";
    static final String BAD_VERIFIER = "Invalid device password verifier or salt.";
    static final String NOT_TRACKED = "The user pool does not track devices.";

    static final String NO_ACCESS_TOKEN = "AccessToken is required.";
    static final String NO_STATUS = "DeviceRememberedStatus is required.";

    private Texts() {}
}
