package dev.cognate.messaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;

/**
 * Which phone numbers could exist: country code and length fit. Whether a number is assigned is not asked; numbering
 * plans change faster than any list of them. The library and its tables are loaded by the first question.
 */
final class PhoneNumbers {
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{1,15}");

    private PhoneNumbers() {}

    /** Whether it has the form of E.164, which is all that the API asks. */
    static boolean isE164(String number) {
        return E164.matcher(number).matches();
    }

    /** Whether a call to it could reach anybody. */
    static boolean mayExist(String number) {
        if (!isE164(number)) {
            return false;
        }
        try {
            PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
            return plans.isPossibleNumber(plans.parse(number, null));
        } catch (NumberParseException none) {
            return false;
        }
    }
}
