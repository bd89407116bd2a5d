package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.SmsConfigurationType;
import org.jspecify.annotations.Nullable;

/** Who sends a pool's SMS. Reference: oauth-config B2, lifecycle D5. */
final class SmsRules {
    private static final String SEOUL = "ap-northeast-2";
    private static final String TOKYO = "ap-northeast-1";

    private SmsRules() {}

    static void check(String region, String account, @Nullable SmsConfigurationType sms) {
        if (sms == null) {
            return;
        }
        // SNS in Seoul sends no SMS; pools there use the one in Tokyo.
        String allowed = region.equals(SEOUL) ? TOKYO : region;
        String asked = sms.snsRegion();
        if (asked != null && !asked.equals(allowed)) {
            throw new InvalidParameterException(Texts.snsRegion(region, allowed));
        }
        if (!Arn.of(sms.snsCallerArn()).account().equals(account)) {
            throw new InvalidParameterException(Texts.CROSS_ACCOUNT_ROLE);
        }
    }
}
