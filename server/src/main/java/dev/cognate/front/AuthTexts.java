package dev.cognate.front;

import org.jspecify.annotations.Nullable;

/** What clients are told about their signatures. Reference: oauth-config A7; the rest is general AWS wording. */
final class AuthTexts {
    static final String MISSING = "Missing Authentication Token";
    static final String UNKNOWN_KEY = "The security token included in the request is invalid.";
    static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details.";
    static final String UNSUPPORTED_ALGORITHM = "Authorization header requires the algorithm 'AWS4-HMAC-SHA256', once.";
    static final String CREDENTIAL_ELEMENTS =
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.";
    static final String DATE_MISSING =
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
    static final String DATE_FORM = "Date must be in ISO-8601 'basic format'.";
    static final String REGION = "Credential should be scoped to a valid region.";
    static final String TERMINATOR = "Credential should be scoped with a valid terminator: 'aws4_request'.";

    private AuthTexts() {}

    static String service(String service) {
        return "Credential should be scoped to correct service: '" + service + "'.";
    }

    static String missingParameters(
            @Nullable String credential, @Nullable String signature, @Nullable String signedHeaders) {
        StringBuilder text = new StringBuilder(192);
        require(text, "Credential", credential);
        require(text, "Signature", signature);
        require(text, "SignedHeaders", signedHeaders);
        return text.toString().strip();
    }

    private static void require(StringBuilder text, String name, @Nullable String value) {
        if (value == null) {
            text.append("Authorization header requires '").append(name).append("' parameter. ");
        }
    }

    static String mustBeSigned(String header) {
        return header + " must be a 'SignedHeader' in the AWS Authorization.";
    }

    static String scopeDate(String scope, String request) {
        return "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '" + scope
                + "' != '" + request.substring(0, 8) + "', from '" + request + "'.";
    }

    static String expired(String signed, String earliest, String now) {
        return "Signature expired: " + signed + " is now earlier than " + earliest + " (" + now + " - 5 min.)";
    }

    static String notYetCurrent(String signed, String latest, String now) {
        return "Signature not yet current: " + signed + " is still later than " + latest + " (" + now + " + 5 min.)";
    }
}
