package dev.cognate.cli.credentials;

import dev.cognate.cli.terminal.CliError;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** One call of a service of AWS that gives keys, and what becomes of its errors. */
record AwsCall(String operation) {

    static AwsCall named(String operation) {
        return new AwsCall(operation);
    }

    /**
     * The result of the call.
     *
     * @throws CliError.Service with the service's error
     * @throws CliError.General when it cannot be reached
     */
    <T> T run(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            AwsErrorDetails details = refused.awsErrorDetails();
            String code = String.valueOf(details == null ? refused.statusCode() : details.errorCode());
            String message = String.valueOf(details == null ? "" : details.errorMessage());
            throw new CliError.Service(
                    "An error occurred (" + code + ") when calling the " + operation + " operation: " + message,
                    new CliError.Details(code, message, Map.of()));
        } catch (SdkClientException unanswered) {
            SSLException untrusted = untrusted(unanswered);
            throw new CliError.General(
                    untrusted == null
                            ? "Could not call " + operation + ": " + unanswered.getMessage()
                            : "SSL validation failed for " + operation + ": " + untrusted.getMessage()
                                    + ". --ca-bundle or AWS_CA_BUNDLE names a file of authorities to trust.");
        }
    }

    private static @Nullable SSLException untrusted(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SSLException found) {
                return found;
            }
        }
        return null;
    }
}
