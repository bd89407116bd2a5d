package dev.cognate.conformance;

import static dev.cognate.conformance.JavaSdk.PASSWORD;
import static dev.cognate.conformance.JavaSdk.assertFault;
import static dev.cognate.conformance.JavaSdk.byName;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreconditionNotMetException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** Users from a file, through the AWS SDK for Java and the pre-signed URL. Reference: lifecycle H. */
@ExtendWith(SharedProgram.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSdkImportTest {
    @AutoClose
    private final CognitoIdentityProviderClient cognito;

    private final Inbox inbox;
    private final String pool;
    private final String client;

    JavaSdkImportTest(Program program) {
        cognito = JavaSdk.client(program);
        inbox = new Inbox(program);
        pool = cognito.createUserPool(
                        request -> request.poolName("imported").autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
                .userPool()
                .id();
        client = cognito.createUserPoolClient(
                        request -> request.userPoolId(pool).clientName("c"))
                .userPoolClient()
                .clientId();
    }

    @Test
    void usersOfAFileChooseAPasswordAndAreConfirmed() {
        UserImportJobType job = create("people");
        assertThat(job.status()).isEqualTo(UserImportJobStatusType.CREATED);
        assertThat(file(List.of(user("ian", "true"), user("ina", "false")))
                        .upload(job.preSignedUrl())
                        .statusCode())
                .isEqualTo(200);

        assertThat(cognito.startUserImportJob(
                                request -> request.userPoolId(pool).jobId(job.jobId()))
                        .userImportJob()
                        .status())
                .isEqualTo(UserImportJobStatusType.PENDING);
        UserImportJobType ended = ended(job.jobId());

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
        assertThat(ended.completionMessage()).isEqualTo("Import Job Completed Successfully.");
        assertThat(List.of(ended.importedUsers(), ended.skippedUsers(), ended.failedUsers()))
                .containsExactly(1L, 0L, 1L);
        assertThat(ended.completionDate()).isAfterOrEqualTo(ended.startDate());
        AdminGetUserResponse ian = user("ian");
        assertThat(ian.userStatus()).isEqualTo(UserStatusType.RESET_REQUIRED);
        assertThat(byName(ian.userAttributes())).containsEntry("name", "Smith, ian");
        recover("ian");
        assertThat(user("ian").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    }

    @Test
    void whatImportJobsRefuseArrivesAsItsTypedException() {
        UserImportJobType job = create("empty");

        assertFault(
                () -> cognito.startUserImportJob(
                        request -> request.userPoolId(pool).jobId(job.jobId())),
                PreconditionNotMetException.class,
                "The CSV file of the import job has not been uploaded.");
        assertFault(
                () -> cognito.describeUserImportJob(
                        request -> request.userPoolId(pool).jobId("import-nowhere")),
                ResourceNotFoundException.class,
                "User import job not found.");
    }

    /** As an object store refuses a signature that does not fit: in XML. */
    @Test
    void aPreSignedUrlThatWasTamperedWithTakesNoFile() {
        String url = create("guarded").preSignedUrl();

        var refused = file(List.of(user("eve", "true"))).upload(url.substring(0, url.length() - 1) + "g");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("<Code>SignatureDoesNotMatch</Code>");
    }

    private UserImportJobType create(String name) {
        return cognito.createUserImportJob(request -> request.userPoolId(pool)
                        .jobName(name)
                        .cloudWatchLogsRoleArn("arn:aws:iam::123456789012:role/import"))
                .userImportJob();
    }

    private CsvFile file(List<Map<String, String>> users) {
        return new CsvFile(
                cognito.getCSVHeader(request -> request.userPoolId(pool)).csvHeader(), users);
    }

    private static Map<String, String> user(String username, String verified) {
        return Map.of(
                "cognito:username",
                username,
                "cognito:mfa_enabled",
                "false",
                "name",
                "Smith\\, " + username,
                "email",
                username + "@example.com",
                "email_verified",
                verified);
    }

    private UserImportJobType ended(String jobId) {
        return Awaited.sight(
                "end of the import job",
                () -> Optional.of(cognito.describeUserImportJob(
                                        request -> request.userPoolId(pool).jobId(jobId))
                                .userImportJob())
                        .filter(job -> job.completionDate() != null));
    }

    private void recover(String username) {
        cognito.forgotPassword(request -> request.clientId(client).username(username));
        cognito.confirmForgotPassword(request -> request.clientId(client)
                .username(username)
                .confirmationCode(inbox.code(pool, username))
                .password(PASSWORD));
    }

    private AdminGetUserResponse user(String username) {
        return cognito.adminGetUser(request -> request.userPoolId(pool).username(username));
    }
}
