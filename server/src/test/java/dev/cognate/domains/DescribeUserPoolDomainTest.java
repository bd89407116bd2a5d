package dev.cognate.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** DescribeUserPoolDomain over the wire. Reference: oauth-config B7, B20. */
class DescribeUserPoolDomainTest extends DomainRoom {
    /** "Describe"; what Terraform reads: account, distribution, bucket, version, status. */
    @Test
    void aPrefixIsShownActive() {
        create("people");

        assertThat(describe("people").body())
                .matches("\\{\"DomainDescription\":\\{\"AWSAccountId\":\"123456789012\","
                        + "\"CloudFrontDistribution\":\"d[a-z0-9]{13}\\.cloudfront\\.net\",\"Domain\":\"people\","
                        + "\"ManagedLoginVersion\":1,\"S3Bucket\":\"aws-cognito-prod-pdx-assets\",\"Status\":\"ACTIVE\","
                        + "\"UserPoolId\":\"" + pool.id() + "\",\"Version\":\"20260301120000\"}}");
    }

    /** newer: "Routing.Failover", "SecurityPolicy". */
    @Test
    void aCustomDomainIsShownWithItsCertificateAndRouting() {
        on("CreateUserPoolDomain", "auth.example.com", """
                "CustomDomainConfig":{"CertificateArn":"%s","SecurityPolicy":"TLS_V1_3_2025"},
                "Routing":{"Failover":{"SecondaryRegion":"eu-west-1","PrimaryRoute53HealthCheckId":"check"}}""".formatted(CERTIFICATE));

        assertThat(describe("auth.example.com").body())
                .contains(
                        "\"CustomDomainConfig\":{\"CertificateArn\":\"" + CERTIFICATE
                                + "\",\"SecurityPolicy\":\"TLS_V1_3_2025\"}",
                        "\"Routing\":{\"Failover\":{\"PrimaryRoute53HealthCheckId\":\"check\","
                                + "\"SecondaryRegion\":\"eu-west-1\"}}");
    }

    /** "Unknown domain → 200", never an error. */
    @Test
    void anUnknownOneIsEmpty() {
        assertThat(describe("people").body()).isEqualTo("{\"DomainDescription\":{}}");
        assertThat(describe("auth.example.com").body()).isEqualTo("{\"DomainDescription\":{}}");
    }

    /** C1: hosts. */
    @Test
    void browsersFindItByItsHost() {
        create("people");
        createCustom("auth.example.com");
        Domains domains = server.rooms().domains();

        assertThat(Objects.requireNonNull(domains.ofHost("people.auth.us-east-1.amazoncognito.com"))
                        .pool())
                .hasToString(pool.id());
        assertThat(Objects.requireNonNull(domains.ofHost("auth.example.com")).host())
                .isEqualTo("auth.example.com");
        assertThat(domains.ofHost("people.auth.eu-west-1.amazoncognito.com")).isNull();
        assertThat(domains.ofHost("people")).isNull();
    }
}
