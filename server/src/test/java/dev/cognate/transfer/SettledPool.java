package dev.cognate.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Pools with settings, belongings and users in every room, made through the API: any choice of what a pool can have. The
 * same random numbers make the same choice.
 */
final class SettledPool {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:f";
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQSFgAAAHEASFiX4r9AAAAAElFTkSuQmCC";
    private static final List<String> POOL = List.of(
            "\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Priority\":1,\"Name\":\"admin_only\"}]}",
            "\"AcrConfiguration\":{\"Level1\":{\"AcrValue\":\"low\"},\"Level2\":{\"AcrValue\":\"high\"}}",
            "\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":true}",
            "\"AliasAttributes\":[\"email\",\"preferred_username\"]",
            "\"AutoVerifiedAttributes\":[\"email\"]",
            "\"DcrConfiguration\":{\"EnableStatus\":\"Enabled\"}",
            "\"DeletionProtection\":\"ACTIVE\"",
            "\"DeviceConfiguration\":{\"ChallengeRequiredOnNewDevice\":true,\"DeviceOnlyRememberedOnUserPrompt\":false}",
            "\"EmailConfiguration\":{\"ReplyToEmailAddress\":\"r@example.com\"}",
            "\"IssuerConfiguration\":{\"Type\":\"UPDATED\"}",
            "\"LambdaConfig\":{\"DefineAuthChallenge\":\"" + ARN + "\",\"VerifyAuthChallengeResponse\":\"" + ARN
                    + "\"}",
            "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\",\"ExternalId\":\"x\"}",
            "\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}",
            "\"UserPoolTags\":{\"team\":\"red é\",\"\u6f22\":\"\"}",
            "\"UsernameConfiguration\":{\"CaseSensitive\":false}",
            "\"VerificationMessageTemplate\":{\"EmailMessage\":\"<b>{####}</b>\",\"DefaultEmailOption\":\"CONFIRM_WITH_CODE\"}");
    private static final List<String> CLIENT = List.of(
            "\"AccessTokenValidity\":15,\"TokenValidityUnits\":{\"AccessToken\":\"minutes\"}",
            "\"AuthSessionValidity\":7",
            "\"CallbackURLs\":[\"https://example.com/a\",\"https://example.com/b\"],\"LogoutURLs\":[\"https://example.com/\"]",
            "\"EnablePropagateAdditionalUserContextData\":true,\"GenerateSecret\":true",
            "\"EnableTokenRevocation\":false",
            "\"PreventUserExistenceErrors\":\"ENABLED\"",
            "\"ReadAttributes\":[\"email\"],\"WriteAttributes\":[\"email\"]",
            "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":9},"
                    + "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]",
            "\"SupportedIdentityProviders\":[\"COGNITO\"]");

    private final TestServer server;
    private final RandomGenerator random;

    SettledPool(TestServer server, RandomGenerator random) {
        this.server = server;
        this.random = random;
    }

    /** Makes one. */
    TestPool make() {
        TestPool pool = server.pool(Stream.concat(
                        Stream.of(
                                "\"UserPoolTier\":\"PLUS\"",
                                "\"Schema\":[{\"Name\":\"plan\",\"AttributeDataType\":\"String\"}]",
                                "\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":%d,\"PasswordHistorySize\":%d}}"
                                        .formatted(6 + random.nextInt(7), 1 + random.nextInt(9))),
                        some(POOL).stream())
                .reduce((one, other) -> one + "," + other)
                .orElseThrow());
        List<String> clients = clients(pool);
        belongings(pool);
        clients.forEach(client -> looks(pool, client));
        users(pool);
        return pool;
    }

    /** About half of them, in their order. */
    private <T> List<T> some(List<T> all) {
        return all.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private void maybe(TestPool pool, String operation, String members) {
        if (random.nextBoolean()) {
            done(pool, operation, members);
        }
    }

    private static Reply done(TestPool pool, String operation, String members) {
        Reply reply = pool.adminCall(operation, members);
        assertThat(reply.status())
                .as(operation + " " + members + ": " + reply.body())
                .isEqualTo(200);
        return reply;
    }

    private List<String> clients(TestPool pool) {
        List<String> clients = new ArrayList<>(List.of(pool.client()));
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> members = new ArrayList<>(some(CLIENT));
            members.addFirst("\"ClientName\":\"client " + i + "\"");
            String made = done(pool, "CreateUserPoolClient", String.join(",", members))
                    .member("ClientId");
            if (members.toString().contains("GenerateSecret")) {
                maybe(pool, "AddUserPoolClientSecret", "\"ClientId\":\"" + made + "\"");
            }
            clients.add(made);
        }
        return clients;
    }

    private void belongings(TestPool pool) {
        String domain =
                "settled-" + pool.id().substring(pool.id().indexOf('_') + 1).toLowerCase(Locale.ROOT);
        done(pool, "CreateUserPoolDomain", "\"Domain\":\"" + domain + "\",\"ManagedLoginVersion\":2");
        maybe(pool, "CreateUserPoolDomain", """
                "Domain":"%s.example.com","CustomDomainConfig":
                {"CertificateArn":"arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001"}""".formatted(domain));
        maybe(pool, "CreateResourceServer", """
                "Identifier":"shop","Name":"shop","Scopes":[{"ScopeName":"buy","ScopeDescription":"Buys"}]""");
        maybe(pool, "CreateResourceServer", "\"Identifier\":\"https://example.com/api\",\"Name\":\"other\"");
        done(pool, "CreateIdentityProvider", """
                "ProviderName":"Google","ProviderType":"Google","IdpIdentifiers":["one.example.com","two.example.com"],
                "ProviderDetails":{"client_id":"i","client_secret":"s","authorize_scopes":"openid"}""");
        maybe(pool, "SetLogDeliveryConfiguration", """
                "LogConfigurations":[{"EventSource":"userAuthEvents","LogLevel":"INFO","S3Configuration":
                {"BucketArn":"arn:aws:s3:::people"}}]""");
        maybe(pool, "CreateUserPoolReplica", "\"RegionName\":\"eu-west-1\"");
        maybe(pool, "SetUserPoolMfaConfig", """
                "MfaConfiguration":"OPTIONAL","SoftwareTokenMfaConfiguration":{"Enabled":true},
                "WebAuthnConfiguration":{"RelyingPartyId":"people.example.com","UserVerification":"required"}""");
        done(pool, "SetUserPoolSessionConfiguration", """
                "UserSessionTracking":"ENABLED","TokenSession":{"MaxPerUser":%d}""".formatted(1 + random.nextInt(100)));
        done(
                pool,
                "SetUICustomization",
                "\"CSS\":\".banner-customizable {color: #%06x}\"".formatted(random.nextInt(1 << 24)));
    }

    private void looks(TestPool pool, String client) {
        String ofClient = "\"ClientId\":\"" + client + "\",";
        maybe(pool, "SetUICustomization", ofClient + "\"ImageFile\":\"" + PICTURE + "\"");
        maybe(pool, "CreateManagedLoginBranding", ofClient + """
                "Settings":{"components":{"number":[%s,1E+9,null],"text":"é\\"\\\\"}},
                "Assets":[{"Category":"FORM_LOGO","ColorMode":"LIGHT","Extension":"PNG","Bytes":"%s"}]""".formatted(random.nextDouble(), PICTURE));
        for (String name : List.of("terms-of-use", "privacy-policy")) {
            maybe(pool, "CreateTerms", ofClient + """
                    "TermsName":"%s","TermsSource":"LINK","Enforcement":"NONE",
                    "Links":{"cognito:default":"https://example.com/%s"}""".formatted(name, name));
        }
        if (pool.pool().config().userPoolAddOns() != null) {
            maybe(pool, "SetRiskConfiguration", ofClient + """
                    "RiskExceptionConfiguration":{"BlockedIPRangeList":["192.0.2.%d/32"]}""".formatted(random.nextInt(256)));
        }
        maybe(
                pool,
                "SetUserPoolClientSessionConfiguration",
                ofClient + "\"SSOSession\":{\"MaxValidityMinutes\":" + random.nextInt(600) + "}");
    }

    private void users(TestPool pool) {
        done(pool, "CreateGroup", "\"GroupName\":\"admins\",\"Precedence\":0,\"Description\":\"é\"");
        maybe(pool, "CreateGroup", "\"GroupName\":\"readers\",\"RoleArn\":\"arn:aws:iam::123456789012:role/readers\"");
        for (int i = random.nextInt(6); i >= 0; i--) {
            String named = "\"Username\":\"user-" + i + "\"";
            done(pool, "AdminCreateUser", named + """
                    ,"MessageAction":"SUPPRESS","TemporaryPassword":"%s","UserAttributes":[
                    {"Name":"email","Value":"user-%d@example.com"},{"Name":"email_verified","Value":"%s"},
                    {"Name":"custom:plan","Value":"gr\u00f6\u00dfer %d"}]""".formatted(TestPool.PASSWORD, i, random.nextBoolean(), i));
            if (random.nextBoolean()) {
                done(pool, "AdminSetUserPassword", named + ",\"Password\":\"N3w-Passw0rd!\",\"Permanent\":true");
                done(pool, "AdminSetUserPassword", named + ",\"Password\":\"N3wer-Passw0rd!\",\"Permanent\":true");
            }
            maybe(pool, "AdminDisableUser", named);
            maybe(pool, "AdminAddUserToGroup", named + ",\"GroupName\":\"admins\"");
            maybe(pool, "AdminLinkProviderForUser", """
                    "DestinationUser":{"ProviderName":"Cognito","ProviderAttributeValue":"user-%d"},
                    "SourceUser":{"ProviderName":"Google","ProviderAttributeName":"Cognito_Subject",
                    "ProviderAttributeValue":"g-%d"}""".formatted(i, i));
        }
    }

    /** What shows such a pool: operations and their requests. */
    static Map<String, String> views(TestPool pool) {
        String id = "{\"UserPoolId\":\"" + pool.id() + "\"";
        return Map.ofEntries(
                Map.entry("DescribeUserPool", id + "}"),
                Map.entry("GetUserPoolMfaConfig", id + "}"),
                Map.entry("ListUserPoolClients", id + "}"),
                Map.entry("DescribeUserPoolClient", id + ",\"ClientId\":\"" + pool.client() + "\"}"),
                Map.entry("ListResourceServers", id + "}"),
                Map.entry("ListIdentityProviders", id + "}"),
                Map.entry("DescribeIdentityProvider", id + ",\"ProviderName\":\"Google\"}"),
                Map.entry("GetUICustomization", id + "}"),
                Map.entry("ListTerms", id + "}"),
                Map.entry("GetLogDeliveryConfiguration", id + "}"),
                Map.entry("ListUserPoolReplicas", id + "}"),
                Map.entry("GetUserPoolSessionConfiguration", id + "}"),
                Map.entry("ListGroups", id + "}"),
                Map.entry("ListUsers", id + "}"),
                Map.entry("ListUsersInGroup", id + ",\"GroupName\":\"admins\"}"));
    }
}
