package dev.cognate.cli.terminal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --debug} tells on standard error, in the form of the AWS command line. It never tells what a request or an
 * answer says, nor a signature: they hold passwords and tokens. Reference: oauth-config D12.
 */
public final class Debug {
    /** Tells nothing. */
    public static final Debug OFF = new Debug(null);

    private final @Nullable Surroundings surroundings;

    private Debug(@Nullable Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Tells everything on the standard error of these surroundings. */
    public static Debug on(Surroundings surroundings) {
        return new Debug(surroundings);
    }

    /** Tells one thing. */
    public void tell(String source, String what) {
        if (surroundings != null) {
            String time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault())
                    .format(surroundings.timing().clock().instant());
            surroundings.streams().err().println(time + " - MainThread - cognate." + source + " - DEBUG - " + what);
        }
    }
}
