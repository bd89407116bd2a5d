package dev.cognate.cli.login;

/** An operation that did not go well. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String complaint;
    private final boolean ofDevice;

    /**
     * @param status the exit status of the operation
     * @param complaint what it says on standard error
     */
    Refused(int status, String complaint) {
        this(status, complaint, complaint.contains(": Device does not exist."));
    }

    private Refused(int status, String complaint, boolean ofDevice) {
        super(null, null, false, false);
        this.status = status;
        this.complaint = complaint;
        this.ofDevice = ofDevice;
    }

    int status() {
        return status;
    }

    String complaint() {
        return complaint;
    }

    /** Whether the server refuses with this fault. */
    boolean is(String fault) {
        return complaint.contains("An error occurred (" + fault + ")");
    }

    /** Whether it is not the user who is refused but the device. */
    boolean isOfDevice() {
        return ofDevice;
    }

    /** The same while a device proved itself. */
    Refused ofDevice() {
        return new Refused(status, complaint, true);
    }
}
