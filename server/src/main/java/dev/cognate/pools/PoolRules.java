package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything that makes the service refuse a pool's configuration, in the order of the reference's table; the model's
 * own constraints hold already. Each rule sees what was asked for, without defaults. Reference: oauth-config B2, B18.
 *
 * <p>Rules that only AWS itself can decide (whether SES knows the identity, whether a role lets the service in) are not
 * here.
 */
final class PoolRules {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** The tag with which CreateUserPool is told the id of the pool. */
    static final String ID_TAG = "cognate:id";

    private static final int MOST_OF_ID = 55;
    private static final Pattern SUFFIX = Pattern.compile("[0-9A-Za-z]{1,30}");

    private final String account;

    /** The rules of an account, by its id of twelve digits. */
    PoolRules(String account) {
        this.account = account;
    }

    /** Refuses a region whose name no pool id could carry. */
    static void checkRegion(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new InvalidParameterException(Texts.BAD_REGION);
        }
    }

    /** Refuses a chosen id that is not of the region, or not of the form of an id. */
    static void checkId(String id, String region) {
        String start = region + "_";
        if (!id.startsWith(start)
                || !SUFFIX.matcher(id.substring(start.length())).matches()
                || id.length() > MOST_OF_ID) {
            throw new InvalidParameterException(Texts.badId(start));
        }
    }

    /** Refuses what CreateUserPool refuses. */
    void checkNew(String region, UserPoolType asked, List<SchemaAttributeType> schema) {
        checkSignIn(asked, true);
        SchemaRules.checkNew(schema);
        checkSurroundings(region, asked);
    }

    /** Refuses what UpdateUserPool refuses. Where MFA is on already, its factors were set up on their own. */
    void checkChange(String region, UserPoolType asked, Pool before) {
        checkSignIn(asked, before.mfa() == UserPoolMfaType.OFF);
        VerificationRules.checkFactors(asked, before.factors());
        TierRules.checkFactors(asked, before.factors());
        checkSurroundings(region, asked);
    }

    private static void checkSignIn(UserPoolType asked, boolean mfaWasOff) {
        SignInRules.check(asked);
        VerificationRules.check(asked, mfaWasOff);
    }

    private void checkSurroundings(String region, UserPoolType asked) {
        InvitationRules.check(asked.adminCreateUserConfig());
        RecoveryRules.check(asked.accountRecoverySetting());
        EmailRules.check(region, asked.emailConfiguration());
        SmsRules.check(region, account, asked.smsConfiguration());
        LambdaRules.check(region, asked.lambdaConfig());
        TierRules.check(asked);
        TagRules.check(asked.userPoolTags());
        TokenRules.check(asked);
    }
}
