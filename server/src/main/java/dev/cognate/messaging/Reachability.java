package dev.cognate.messaging;

import dev.cognate.wire.fault.CodeDeliveryFailureException;
import dev.cognate.wire.model.UserPoolType;
import java.util.regex.Pattern;

/** Refuses addresses that no transport could ever reach, while the client can still be told. Reference: lifecycle A4. */
final class Reachability {
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{1,15}");
    private static final String NEVER_IN_A_HOST = "<>()[]\\,;:\"@";
    private static final int LONGEST_EMAIL = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets

    private Reachability() {}

    /**
     * Checks a destination.
     *
     * @throws CodeDeliveryFailureException it cannot be reached
     */
    static void check(Destination destination, UserPoolType config) {
        switch (destination.medium()) {
            case SMS -> {
                if (config.smsConfiguration() == null) {
                    throw new CodeDeliveryFailureException(Texts.NO_SMS_CONFIGURATION);
                }
                if (!PHONE.matcher(destination.address()).matches()) {
                    throw new CodeDeliveryFailureException(Texts.BAD_PHONE);
                }
            }
            case EMAIL -> {
                if (!isEmail(destination.address())) {
                    throw new CodeDeliveryFailureException(Texts.BAD_EMAIL);
                }
            }
        }
    }

    /** Loose on purpose: only what no mail server could take is refused; the server has the last word. */
    private static boolean isEmail(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at < address.length() - 1
                && address.length() <= LONGEST_EMAIL
                && isHost(address.substring(at + 1))
                && address.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
    }

    private static boolean isHost(String domain) {
        return !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.contains("..")
                && domain.chars().noneMatch(c -> NEVER_IN_A_HOST.indexOf(c) >= 0);
    }
}
