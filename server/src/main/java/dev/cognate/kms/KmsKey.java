package dev.cognate.kms;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key, without its secret.
 *
 * @param arn its name, as in {@code arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab}
 * @param description what it is for; may be empty
 * @param createdAt when it was made, in milliseconds
 */
public record KmsKey(String arn, String description, Instant createdAt) {
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:([0-9]{12}):key/"
            + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /**
     * Checks the ARN.
     *
     * @throws IllegalArgumentException it is not that of a key with a UUID for its id
     */
    public KmsKey {
        parts(arn);
    }

    /** Whether it is the ARN of a key with a UUID for its id. */
    public static boolean isArn(String text) {
        return ARN.matcher(text).matches();
    }

    /** The last part of the ARN, a UUID in lower case: what the store knows the key by. */
    public String id() {
        return parts(arn).group(2);
    }

    /** The account in the ARN. */
    String account() {
        return parts(arn).group(1);
    }

    private static Matcher parts(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the ARN of a KMS key: " + arn
                    + "; expected arn:aws:kms:<region>:<account>:key/<UUID in lower case>");
        }
        return matcher;
    }
}
