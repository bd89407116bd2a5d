package dev.cognate.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateUserPoolDomain, row by row. Reference: oauth-config B7, B4. */
class CreateUserPoolDomainTest extends DomainRoom {
    private static final String TAKEN = "InvalidParameterException: Domain already associated with another user pool.";
    private static final String HAS_ONE = "InvalidParameterException: User pool already has a domain configured.";

    /** "Create result"; "ManagedLoginVersion": 1 by default. */
    @Test
    void aPrefixIsAnsweredWithItsVersionOnly() {
        assertThat(create("people").body()).isEqualTo("{\"ManagedLoginVersion\":1}");
        assertThat(describedPool()).contains("\"Domain\":\"people\"").doesNotContain("CustomDomain");
    }

    @Test
    void aCustomDomainIsAnsweredWithItsAlias() {
        Reply created = createCustom("auth.example.com");

        assertThat(created.member("CloudFrontDomain")).matches("d[a-z0-9]{13}\\.cloudfront\\.net");
        assertThat(describedPool()).contains("\"CustomDomain\":\"auth.example.com\"");
    }

    /** "Invalid chars." */
    @ParameterizedTest
    @ValueSource(strings = {"People", "-people", "people-", "pe_ople", "pe.ople", "pe ople", "é"})
    void aPrefixWithAnotherSignIsRefused(String prefix) {
        assertThat(create(prefix).body())
                .contains("\"__type\":\"InvalidParameterException\"")
                .contains("The domain name contains an invalid character. Domain names can only contain lower-case"
                        + " letters, numbers, and hyphens. Please enter a different name that follows this format:"
                        + " ^[a-z0-9](?:[a-z0-9\\\\-]{0,61}[a-z0-9])?$");
    }

    @Test
    void aPrefixIsNotLongerThan63() {
        assertThat(create("a".repeat(64)).outcome())
                .startsWith("InvalidParameterException: 1 validation error detected: ");
        assertThat(create("a".repeat(63)).status()).isEqualTo(200);
    }

    /** "Reserved words": a whole segment only. */
    @ParameterizedTest
    @ValueSource(strings = {"aws", "my-aws", "amazon-shop", "a-cognito-b"})
    void aReservedSegmentIsRefused(String prefix) {
        assertThat(create(prefix).outcome())
                .startsWith("InvalidParameterException: Domain cannot contain reserved word: ");
        assertThat(create("awsome-cognitoria").status()).isEqualTo(200);
    }

    /** "Taken"; "unique per Region". */
    @Test
    void aNameIsTakenOnce() {
        create("people");
        createCustom("auth.example.com");
        pool = server.pool("");

        assertThat(create("people").outcome()).isEqualTo(TAKEN);
        assertThat(createCustom("auth.example.com").outcome()).isEqualTo(TAKEN);
        assertThat(describedPool()).doesNotContain("Domain\"");
    }

    /** "Pool has one": one prefix and one custom domain may coexist. */
    @Test
    void aPoolHasOneOfEachKind() {
        create("people");
        createCustom("auth.example.com");

        assertThat(create("staff").outcome()).isEqualTo(HAS_ONE);
        assertThat(createCustom("login.example.com").outcome()).isEqualTo(HAS_ONE);
        assertThat(describedPool()).contains("\"Domain\":\"people\"", "\"CustomDomain\":\"auth.example.com\"");
    }

    /** "Custom domain not FQDN." */
    @ParameterizedTest
    @ValueSource(strings = {"people", "Auth.example.com", "auth..com", "auth.example.com.", "*.example.com"})
    void aCustomDomainIsAFullName(String domain) {
        assertThat(createCustom(domain).outcome())
                .isEqualTo("InvalidParameterException: Custom domain is not a valid subdomain");
    }

    /** "Certificate." */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:acm:eu-west-1:123456789012:certificate/11223344-5566-7788-99aa-bbccddeeff00",
                "arn:aws:iam::123456789012:server-certificate/old"
            })
    void aCertificateIsOfAcmInTheOneRegion(String arn) {
        assertThat(on("CreateUserPoolDomain", "auth.example.com", certificate(arn))
                        .body())
                .contains(
                        "InvalidParameterException",
                        "The specified SSL certificate doesn't exist, isn't in us-east-1"
                                + " region, isn't valid, or doesn't include a valid certificate chain.");
    }

    /** "ManagedLoginVersion": 2 on LITE. */
    @Test
    void managedLoginNeedsAHigherTier() {
        pool = server.pool("\"UserPoolTier\":\"LITE\"");

        assertThat(on("CreateUserPoolDomain", "people", "\"ManagedLoginVersion\":2")
                        .outcome())
                .isEqualTo("FeatureUnavailableInTierException: The following feature is not available for the LITE"
                        + " pricing tier configured: Managed Login Version 2");
        assertThat(create("people").status()).isEqualTo(200);
    }

    @Test
    void thereAreTwoVersions() {
        assertThat(on("CreateUserPoolDomain", "people", "\"ManagedLoginVersion\":3")
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(on("CreateUserPoolDomain", "people", "\"ManagedLoginVersion\":2")
                        .body())
                .isEqualTo("{\"ManagedLoginVersion\":2}");
    }

    /** B4 row 2, and UpdateUserPool, which resets what it leaves out but no domain. */
    @Test
    void aPoolWithADomainIsKept() {
        create("people");
        pool.adminCall("UpdateUserPool", "");

        assertThat(describedPool()).contains("\"Domain\":\"people\"");
        assertThat(pool.adminCall("DeleteUserPool", "").outcome())
                .isEqualTo(
                        "InvalidParameterException: User pool cannot be deleted. It has a domain configured that should"
                                + " be deleted first.");
    }

    @Test
    void anUnknownPoolIsNamed() {
        assertThat(server.call("CreateUserPoolDomain", "{\"UserPoolId\":\"us-east-1_unknown\",\"Domain\":\"people\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }
}
