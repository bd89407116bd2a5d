package dev.cognate.risk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a user's device is called, read from the user agent: {@code Chrome 126, Windows 10}. Reference: auth 23, newer. */
public final class DeviceName {
    private static final int LONGEST = 1_024;
    private static final String UNKNOWN = "unknown";

    /** The first that is found names the program: every browser claims to be those behind it, too. */
    private static final List<Known> PROGRAMS = List.of(
            new Known("Edge", Pattern.compile("\\bEdg(?:e|A|iOS)?/(\\d+)")),
            new Known("Opera", Pattern.compile("\\bOPR/(\\d+)")),
            new Known("Firefox", Pattern.compile("\\b(?:Firefox|FxiOS)/(\\d+)")),
            new Known("Chrome", Pattern.compile("\\b(?:Chrome|CriOS)/(\\d+)")),
            new Known("Safari", Pattern.compile("\\bVersion/(\\d+)[^ ]* .*Safari/")));

    private static final List<Known> SYSTEMS = List.of(
            new Known("Windows 10", Pattern.compile("Windows NT 10()")),
            new Known("Windows", Pattern.compile("Windows()")),
            new Known("iOS", Pattern.compile("(?:iPhone|iPad).* OS (\\d+)")),
            new Known("Android", Pattern.compile("Android (\\d+)")),
            new Known("macOS", Pattern.compile("Mac OS X()")),
            new Known("Linux", Pattern.compile("Linux()")));

    private record Known(String name, Pattern pattern) {}

    private DeviceName() {}

    /**
     * The name of a device, at most 1,024 characters.
     *
     * @param userAgent what the client calls itself; null or blank for nothing
     * @return the program and the system where they are known, else the first word, {@code unknown} for nothing
     */
    public static String of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        String clipped = userAgent.strip();
        clipped = clipped.substring(0, Math.min(LONGEST, clipped.length()));
        String program = found(PROGRAMS, clipped);
        String system = found(SYSTEMS, clipped);
        if (program == null) {
            String first = clipped.split("\\s+", 2)[0];
            return system == null ? first : system;
        }
        return system == null ? program : program + ", " + system;
    }

    private static @Nullable String found(List<Known> candidates, String userAgent) {
        for (Known known : candidates) {
            Matcher matcher = known.pattern.matcher(userAgent);
            if (matcher.find()) {
                String version = matcher.group(1);
                return version.isEmpty() ? known.name : known.name + " " + version;
            }
        }
        return null;
    }
}
