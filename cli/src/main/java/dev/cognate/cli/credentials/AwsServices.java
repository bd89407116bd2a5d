package dev.cognate.cli.credentials;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** The services of AWS that give keys: where they are, and whether they are those. */
final class AwsServices {
    /** Where a service is asked when nobody names a region. */
    private static final String USUAL_REGION = "us-east-1";

    private final Settings settings;
    private final TlsTrust trust;

    AwsServices(Settings settings, TlsTrust trust) {
        this.settings = settings;
        this.trust = trust;
    }

    /**
     * A builder of clients of a service, in this region, that reads no configuration of its own.
     *
     * @param name of the service, as settings of its endpoint have it
     * @throws CliError.General when the trusted authorities cannot be read
     */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B reaching(
            String name, @Nullable String region, B builder) {
        ProfileFile none = ProfileFile.aggregator().build();
        builder.httpClientBuilder(connections())
                .region(Region.of(region == null || region.isBlank() ? USUAL_REGION : region))
                .overrideConfiguration(how -> how.defaultProfileFileSupplier(() -> none));
        String endpoint = settings.endpointOf(name);
        if (endpoint != null) {
            builder.endpointOverride(Endpoint.of(null, endpoint).uri());
        }
        return builder;
    }

    private UrlConnectionHttpClient.Builder connections() {
        UrlConnectionHttpClient.Builder connections = UrlConnectionHttpClient.builder();
        TrustManager[] managers = trust.managers();
        return managers == null ? connections : connections.tlsTrustManagersProvider(() -> managers);
    }
}
