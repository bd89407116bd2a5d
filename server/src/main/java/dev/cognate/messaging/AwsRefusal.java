package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.outgoing.Posts.Outcome.Answered;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.fault.InvalidParameterException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of SES, SNS or End User Messaging, and what it means for a message. What is not known here may pass.
 *
 * @param code the name of the error, such as {@code ThrottlingException}; empty when the answer has none
 * @param message what was said
 */
record AwsRefusal(int status, String code, String message) {
    private static final Set<String> UNKNOWN_CALLER = Set.of(
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "ExpiredToken",
            "ExpiredTokenException");
    private static final Set<String> FORBIDDEN =
            Set.of("AuthorizationError", "AccessDenied", "AccessDeniedException", "NotAuthorized", "OptInRequired");
    private static final Set<String> OWNERS_MATTER = Set.of(
            "MailFromDomainNotVerifiedException",
            "AccountSuspendedException",
            "SendingPausedException",
            "NotFoundException",
            "ResourceNotFoundException");
    private static final Set<String> FINAL = Set.of(
            "MessageRejected",
            "BadRequestException",
            "InvalidParameter",
            "ParameterValueInvalid",
            "ValidationError",
            "ValidationException",
            "OptedOut",
            "ConflictException");

    /** SES says so of a sender, and while its own sandbox is on of a receiver: both are the account's matter. */
    private static final String NOT_VERIFIED = "not verified";

    private static final Pattern ERROR_TYPE = Pattern.compile("([A-Za-z0-9_.]+)(?:[:#].*)?");
    private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]*)</Code>");
    private static final Pattern XML_MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

    /** Reads the error of an answer that is no success. */
    static AwsRefusal of(Answered answer) {
        AwsRefusal read = answer.body().stripLeading().startsWith("{") ? json(answer) : xml(answer);
        String header = answer.header("x-amzn-ErrorType");
        Matcher named = ERROR_TYPE.matcher(header);
        return named.matches() ? new AwsRefusal(answer.status(), named.group(1), read.message) : read;
    }

    private static AwsRefusal json(Answered answer) {
        try {
            return JsonInput.decode(
                    answer.body().getBytes(StandardCharsets.UTF_8), (in, _, _) -> members(answer.status(), in));
        } catch (ProtocolFault | InvalidParameterException somethingElse) {
            return new AwsRefusal(answer.status(), "", "");
        }
    }

    private static AwsRefusal members(int status, JsonInput in) {
        String code = null;
        String message = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "__type" -> code = in.string();
                case "message", "Message" -> message = in.string();
                default -> in.skip();
            }
        }
        String type = code == null ? "" : code.substring(code.indexOf('#') + 1);
        return new AwsRefusal(status, type, message == null ? "" : message);
    }

    private static AwsRefusal xml(Answered answer) {
        return new AwsRefusal(answer.status(), first(XML_CODE, answer.body()), first(XML_MESSAGE, answer.body()));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /** What becomes of the message. */
    Delivery delivery(Message about) {
        String error = SafeText.of("AWS " + status + " " + code + ": " + message, about);
        if (UNKNOWN_CALLER.contains(code)) {
            return new Misconfigured(Trouble.TRUST, error);
        }
        if (FORBIDDEN.contains(code) || (code.isEmpty() && status == 403)) {
            return new Misconfigured(Trouble.ACCESS, error);
        }
        if (OWNERS_MATTER.contains(code) || (code.equals("MessageRejected") && message.contains(NOT_VERIFIED))) {
            return new Misconfigured(Trouble.OTHER, error);
        }
        return FINAL.contains(code) ? new Refused(error) : new Deferred(error);
    }
}
