package dev.cognate.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import org.junit.jupiter.api.Test;

/** UpdateUserPoolDomain over the wire. Reference: oauth-config B7. */
class UpdateUserPoolDomainTest extends DomainRoom {
    /** "only ManagedLoginVersion and certificate." */
    @Test
    void theVersionChanges() {
        create("people");

        assertThat(on("UpdateUserPoolDomain", "people", "\"ManagedLoginVersion\":2")
                        .body())
                .isEqualTo("{\"ManagedLoginVersion\":2}");
        assertThat(describe("people").body()).contains("\"ManagedLoginVersion\":2", "\"Version\":\"20260301120000\"");
    }

    @Test
    void theCertificateChangesAndTheRestStays() {
        on("CreateUserPoolDomain", "auth.example.com", certificate(CERTIFICATE) + ",\"ManagedLoginVersion\":2");
        String another = CERTIFICATE.replace("11223344", "99887766");

        String alias = on("UpdateUserPoolDomain", "auth.example.com", certificate(another))
                .member("CloudFrontDomain");

        assertThat(describe("auth.example.com").body())
                .contains(another, "\"ManagedLoginVersion\":2", "\"CloudFrontDistribution\":\"" + alias + "\"");
    }

    @Test
    void whatCannotBeIsRefused() {
        create("people");
        createCustom("auth.example.com");

        assertThat(on("UpdateUserPoolDomain", "people", certificate(CERTIFICATE))
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(on("UpdateUserPoolDomain", "people", "\"ManagedLoginVersion\":0")
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(on(
                                "UpdateUserPoolDomain",
                                "auth.example.com",
                                certificate(CERTIFICATE.replace("us-east-1", "us-west-2")))
                        .body())
                .contains("The specified SSL certificate doesn't exist");
    }

    @Test
    void managedLoginNeedsAHigherTier() {
        pool = server.pool("\"UserPoolTier\":\"LITE\"");
        create("people");

        assertThat(on("UpdateUserPoolDomain", "people", "\"ManagedLoginVersion\":2")
                        .fault())
                .isEqualTo("FeatureUnavailableInTierException");
        assertThat(describe("people").body()).contains("\"ManagedLoginVersion\":1");
    }

    @Test
    void anUnknownOneOrAnotherPoolsIsRefused() {
        create("people");
        TestPool owner = pool;
        pool = server.pool("");

        assertThat(on("UpdateUserPoolDomain", "people", "\"ManagedLoginVersion\":2")
                        .outcome())
                .isEqualTo(NO_SUCH);
        assertThat(on("UpdateUserPoolDomain", "staff", "\"ManagedLoginVersion\":2")
                        .outcome())
                .isEqualTo(NO_SUCH);
        assertThat(owner.adminCall("DescribeUserPool", "").body()).contains("\"Domain\":\"people\"");
    }

    @Test
    void anotherRegionsPoolIsNotFound() {
        assertThat(server.call("UpdateUserPoolDomain", "{\"UserPoolId\":\"eu-west-1_another\",\"Domain\":\"people\"}")
                        .fault())
                .isEqualTo("ResourceNotFoundException");
    }
}
