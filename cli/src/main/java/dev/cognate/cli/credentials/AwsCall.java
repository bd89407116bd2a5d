package dev.cognate.cli.credentials;

import dev.cognate.cli.terminal.CliError;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** One call of a service of AWS that gives keys, and what becomes of its errors. */
record AwsCall(String operation) {
    /** Where a service is asked when nobody names a region. */
    private static final String USUAL_REGION = "us-east-1";

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
            throw new CliError.General("Could not call " + operation + ": " + unanswered.getMessage());
        }
    }

    /** A client of a service, in this region and at this place, that reads no configuration of its own. */
    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B client(
            B builder, @Nullable String region, @Nullable String endpoint) {
        ProfileFile none = ProfileFile.aggregator().build();
        builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region == null ? USUAL_REGION : region))
                .overrideConfiguration(how -> how.defaultProfileFileSupplier(() -> none));
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder;
    }
}
