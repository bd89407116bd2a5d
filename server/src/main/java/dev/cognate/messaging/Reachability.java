package dev.cognate.messaging;

import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeDeliveryFailureException;
import java.time.InstantSource;

/**
 * Refuses what is known to be impossible, while the client can still be told. A message for nobody is asked the same, or
 * the answer would tell it from one for a user. Reference: lifecycle A4.
 */
public final class Reachability {
    private static final String NEVER_IN_A_HOST = "<>()[]\\,;:\"@";
    private static final int LONGEST_EMAIL = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets

    private final Ways ways;
    private final DeliveryFailures failures;
    private final InstantSource clock;

    /** What can be reached by the ways of a server. */
    public Reachability(Ways ways, DeliveryFailures failures, InstantSource clock) {
        this.ways = ways;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * Checks a destination.
     *
     * @throws Fault it cannot be reached, or nothing can be sent for the pool
     */
    void check(Recipient recipient, Destination destination) {
        switch (destination.medium()) {
            case SMS -> checkSms(recipient, destination.address());
            case EMAIL -> checkEmail(destination.address());
        }
        if (ways.byAws(destination.medium())) {
            failures.check(recipient.pool(), destination.medium(), clock.instant());
        }
    }

    private void checkSms(Recipient recipient, String number) {
        if (recipient.config().smsConfiguration() == null) {
            throw new CodeDeliveryFailureException(Texts.NO_SMS_CONFIGURATION);
        }
        if (!PhoneNumbers.isE164(number)) {
            throw new CodeDeliveryFailureException(Texts.BAD_PHONE);
        }
        // The inbox takes any number; a network charges for trying those that cannot exist.
        if (ways.sms().transport() != null && !PhoneNumbers.mayExist(number)) {
            throw new CodeDeliveryFailureException(Texts.BAD_PHONE);
        }
        if (ways.sms().needsOrigination() && !hasOrigination(recipient)) {
            throw new CodeDeliveryFailureException(Texts.NO_ORIGINATION);
        }
    }

    private boolean hasOrigination(Recipient recipient) {
        SmsSender.EndUserMessaging own =
                SmsSender.of(recipient.config().smsConfiguration()).endUserMessaging();
        return ways.sms().origination() != null || (own != null && own.origination() != null);
    }

    private static void checkEmail(String address) {
        if (!isEmail(address)) {
            throw new CodeDeliveryFailureException(Texts.BAD_EMAIL);
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
