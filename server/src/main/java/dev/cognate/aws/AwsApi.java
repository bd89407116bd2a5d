package dev.cognate.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An API of AWS that this server may call. */
public enum AwsApi {
    /** Amazon SES, API v2. */
    SES("email", "ses"),
    /** Amazon SNS. */
    SNS("sns", "sns"),
    /** AWS End User Messaging, SMS and voice v2. */
    SMS_VOICE("sms-voice", "sms-voice"),
    /** AWS Lambda. */
    LAMBDA("lambda", "lambda"),
    /** AWS KMS. */
    KMS("kms", "kms"),
    /** Amazon Cognito user pools. */
    USER_POOLS("cognito-idp", "cognito-idp");

    private final String host;
    private final String signingName;

    AwsApi(String host, String signingName) {
        this.host = host;
        this.signingName = signingName;
    }

    /** What signatures call it. */
    String signingName() {
        return signingName;
    }

    /**
     * The URL of a path of the API.
     *
     * @param endpoint another base than AWS's own, null for AWS's own in the region
     * @param path begins with a slash
     */
    public URI at(@Nullable URI endpoint, String region, String path) {
        String base = endpoint == null
                ? "https://" + host + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "")
                : endpoint.toString().replaceAll("/+$", "");
        return URI.create(base + path);
    }
}
