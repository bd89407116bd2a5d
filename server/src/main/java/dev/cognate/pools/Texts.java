package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.UserPoolTierType;

/**
 * Every sentence that this room tells a client, word for word as the service has them. The last group has no known
 * original. Reference: oauth-config B2 to B4, B18.
 */
final class Texts {
    static final String ALIAS_AND_USERNAME =
            "Only one of the aliasAttributes or usernameAttributes can be set in a User pool.";
    static final String UNUSED_ACCOUNT_DAYS =
            "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays";
    static final String PASSWORD_FACTOR_MISSING =
            "Password should be configured as one of the allowed first auth factors.";
    static final String SMS_FOR_AUTO_VERIFICATION =
            "SMS configuration is required when phone_number is selected for auto verification";
    static final String SMS_FOR_MFA =
            "SMS configuration and Auto verification for phone_number are required when MFA is required/optional";
    static final String NO_FACTORS =
            "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.";
    static final String UPDATE_VERIFICATION =
            "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes";

    static final String CUSTOM_REQUIRED = "Required custom attributes are not supported currently.";
    static final String ATTRIBUTE_TYPE_MISSING =
            "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.";

    static final String RECOVERY_DUPLICATES =
            "Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.";
    static final String RECOVERY_ADMIN_ONLY =
            "Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.";

    static final String SOURCE_ARN_MISSING = "Source ARN is required to use DEVELOPER email sending owner";
    static final String SOURCE_ARN_REGION =
            "Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.";
    static final String FROM_ADDRESS = "Provided From email address is invalid";
    static final String CROSS_ACCOUNT_ROLE = "Cross-account pass role is not allowed.";

    static final String CROSS_REGION_LAMBDA = "Cross-region lambda functions are not supported";
    static final String SENDER_KEY_MISSING =
            "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.";
    static final String TOKEN_TRIGGERS_DIFFER =
            "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's";

    static final String DELETION_PROTECTED = "The user pool cannot be deleted because deletion protection is activated."
            + " Deletion protection must be inactivated first.";
    static final String DOMAIN_ATTACHED =
            "User pool cannot be deleted. It has a domain configured that should be deleted first.";

    static final String RATE_EXCEEDED = "Rate exceeded";

    static final String LOG_SOURCE_TWICE = "Following event sources appear more then once in a request";
    static final String LOG_REGION = "ARN does not belong to current region";

    // No original is known for these.
    static final String INVITATION_WITHOUT_NAME = "Invitation messages must contain {username}.";
    static final String LOG_DESTINATIONS = "Each log configuration needs exactly one destination.";
    static final String LOG_LEVEL = "The log level of userNotification is ERROR, that of userAuthEvents is INFO.";
    static final String NOT_A_POOL_ARN = "The resource ARN is not the ARN of a user pool.";
    static final String REPLICA_AT_HOME = "A user pool cannot have a replica in its own region.";
    static final String ONE_REPLICA = "A user pool cannot have more than one replica.";
    static final String REPLICA_ACTIVE = "An active replica cannot be deleted. It must be inactivated first.";
    static final String LIMIT_CATEGORY = "The attributes of an API category limit are its Category alone.";
    static final String BAD_PAGE_TOKEN = "Invalid pagination token";
    static final String ATTRIBUTE_NAME_MISSING = "Attribute name is required.";
    static final String TOO_MANY_CUSTOM = "A user pool cannot have more than 50 custom attributes.";
    static final String TOO_MANY_TAGS = "A user pool cannot have more than 50 tags.";
    static final String RESERVED_TAG = "Tag keys that begin with aws: are reserved.";
    static final String KEY_ARN_MISSING = "KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY.";
    static final String ACR_LEVELS = "AcrConfiguration can have the levels Level1, Level2, Level3 and Level4.";
    static final String ACR_DUPLICATES = "AcrConfiguration cannot have the same AcrValue twice.";
    static final String IMPORT_IN_PROGRESS = "A user import job of the user pool is in progress.";
    static final String BAD_REGION = "The region of the request is not valid.";

    private Texts() {}

    static String missing(PoolId id) {
        return "User pool " + id + " does not exist.";
    }

    static String taken(String id) {
        return "User pool " + id + " exists already.";
    }

    static String tooManyPools(int most) {
        return "An account cannot have more than " + most + " user pools in a region.";
    }

    static String badId(String start) {
        return "The tag cognate:id is a user pool id of the region: " + start + " and up to 30 letters and digits.";
    }

    static String noReplica(PoolId id) {
        return "User pool " + id + " has no replica in that region.";
    }

    static String noCategory(String category) {
        return "There is no API category " + category + ".";
    }

    static String limitTooLow(int least) {
        return "The requested limit cannot be less than the free limit, " + least + ".";
    }

    static String limitTooHigh(int most) {
        return "The requested limit cannot be more than the account's maximum, " + most + ".";
    }

    static String standardChanged(String name) {
        return "You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute "
                + name;
    }

    static String duplicateCustom(String fullName) {
        return "Duplicate custom attribute names " + fullName + " are not allowed in a user pool schema.";
    }

    static String existingCustom(String fullName) {
        return fullName + ": Existing attribute already has name " + fullName + ".";
    }

    static String lengthsCrossed(String fullName) {
        return "Attribute " + fullName + " cannot have a max length shorter than it's min length";
    }

    static String valuesCrossed(String fullName) {
        return "Attribute " + fullName + " cannot have a max value smaller than it's min value";
    }

    static String lengthTooGreat(String fullName) {
        return "user." + fullName + ": String attributes cannot have a length of more than 2048";
    }

    /** No original is known. */
    static String limitIsNoNumber(String fullName) {
        return "Attribute " + fullName + " has a constraint that is not a whole number";
    }

    static String snsRegion(String poolRegion, String allowed) {
        return "Invalid snsRegion. Allowed SNS region for " + poolRegion + " is " + allowed;
    }

    static String notInTier(UserPoolTierType tier, String feature) {
        return "The following feature is not available for the " + tier + " pricing tier configured: " + feature;
    }

    static String aboveTier(String tier, String features) {
        return "The following features need to be disabled for the " + tier + " pricing tier configured: " + features;
    }
}
