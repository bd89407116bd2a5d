package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CustomEmailSenderLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/**
 * A pool whose e-mails are sent by a function for Node.js. It reads the codes by the AWS Encryption SDK for JavaScript, which
 * asks the server's own KMS. Reference: lifecycle I8.
 */
class CustomSenderTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:sender";
    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @TempDir
    private static Path folder;

    private static MailProvider provider;
    private static Program program;
    private static CognitoIdentityProviderClient cognito;
    private static String pool;
    private static String client;

    @BeforeAll
    static void start() {
        JavaScript.install();
        provider = MailProvider.start();
        program = Program.start(
                Map.of("MAIL_PROVIDER", provider.url(), "KEY_ARN", KEY),
                folder,
                // Functions find the server's KMS by its address, which has to be known when it starts.
                "--port",
                String.valueOf(FreePort.any()),
                // The first event waits for Node.js and the libraries: on a busy machine longer than the service's five
                // seconds.
                "--trigger-timeout",
                "30",
                "--kms-key",
                KEY,
                "--trigger",
                FUNCTION + "=node:" + JavaScript.script("sender.mjs"));
        cognito = JavaSdk.client(program);
        pool = cognito.createUserPool(request -> request.poolName("custom")
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .lambdaConfig(lambdas -> lambdas.kmsKeyID(KEY)
                                .customEmailSender(sender -> sender.lambdaArn(FUNCTION)
                                        .lambdaVersion(CustomEmailSenderLambdaVersionType.V1_0))))
                .userPool()
                .id();
        client = cognito.createUserPoolClient(
                        request -> request.userPoolId(pool).clientName("c"))
                .userPoolClient()
                .clientId();
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            provider.close();
        }
        if (program != null) {
            cognito.close();
            program.close();
        }
    }

    @Test
    void codesThatTheFunctionDecryptedConfirmAndRecover() {
        cognito.signUp(request -> request.clientId(client)
                .username("mary")
                .password(JavaSdk.PASSWORD)
                .userAttributes(JavaSdk.attribute("email", "mary@example.com")));
        String lost = secret("mary", "CustomEmailSender_SignUp");
        cognito.resendConfirmationCode(request -> request.clientId(client).username("mary"));
        String code = secret("mary", "CustomEmailSender_ResendCode");

        assertThat(lost).matches("\\d{6}");
        cognito.confirmSignUp(
                request -> request.clientId(client).username("mary").confirmationCode(code));
        cognito.forgotPassword(request -> request.clientId(client).username("mary"));
        String recovery = secret("mary", "CustomEmailSender_ForgotPassword");
        cognito.confirmForgotPassword(request -> request.clientId(client)
                .username("mary")
                .confirmationCode(recovery)
                .password("N3w-Passw0rd!"));

        assertThat(cognito.adminGetUser(request -> request.userPoolId(pool).username("mary"))
                        .userStatus())
                .isEqualTo(UserStatusType.CONFIRMED);
        assertThat(program.get("/_cognate/messages").body())
                .as("what a function sends is not in the inbox")
                .doesNotContain("mary");
    }

    /** Temporary passwords arrive escaped for HTML. */
    @Test
    void aTemporaryPasswordReachesTheFunctionToo() {
        cognito.adminCreateUser(request -> request.userPoolId(pool)
                .username("ivy")
                .temporaryPassword("Ab1<x>&cd!")
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
                .userAttributes(JavaSdk.attribute("email", "ivy@example.com")));

        assertThat(secret("ivy", "CustomEmailSender_AdminCreateUser")).isEqualTo("Ab1&lt;x&gt;&amp;cd!");
    }

    private static String secret(String username, String about) {
        Program.Answer mail = provider.next();
        assertThat(mail.member("to")).isEqualTo(username + "@example.com");
        assertThat(mail.member("about")).isEqualTo(about);
        assertThat(mail.member("pool")).as("encryption context").isEqualTo(pool);
        return mail.member("secret");
    }
}
