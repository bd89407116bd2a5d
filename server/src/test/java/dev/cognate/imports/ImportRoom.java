package dev.cognate.imports;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.PoolId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one pool that verifies e-mail addresses, and import jobs for it. Jobs run when a test says so. */
abstract class ImportRoom {
    static final String HEADER = "name,given_name,family_name,middle_name,nickname,preferred_username,profile,picture,"
            + "website,email,email_verified,gender,birthdate,zoneinfo,locale,phone_number,phone_number_verified,address,"
            + "updated_at,cognito:mfa_enabled,cognito:username";

    static final String ROLE = "arn:aws:iam::123456789012:role/import";

    TestServer server;
    TestPool pool;

    @BeforeEach
    void start() throws Exception {
        server = open();
        pool = server.poolVerifyingEmail();
    }

    /** The server; on SQLite unless a test says otherwise. */
    TestServer open() throws Exception {
        return TestServer.start();
    }

    @AfterEach
    void stop() {
        leave();
    }

    /** What becomes of the server after a test. */
    void leave() {
        server.close();
    }

    /** A row under {@link #HEADER} with a verified e-mail address. */
    static String row(String username, String email) {
        return ",,,,,,,,," + email + ",true,,,,,,,,,false," + username;
    }

    /** Creates a job; further members may follow. */
    Reply create(String members) {
        return pool.adminCall(
                "CreateUserImportJob",
                "\"JobName\":\"people\",\"CloudWatchLogsRoleArn\":\"" + ROLE + "\""
                        + (members.isEmpty() ? "" : "," + members));
    }

    /** PUTs a file to a job's URL. */
    Reply upload(String url, String csv) {
        return server.send(HttpRequest.newBuilder(URI.create(url))
                .header("x-amz-server-side-encryption", "aws:kms")
                .PUT(BodyPublishers.ofString(csv)));
    }

    /** Creates a job and uploads its file; the job's id. */
    String uploaded(String members, String csv) {
        Reply created = create(members);
        Reply reply = upload(created.member("PreSignedUrl"), csv);
        if (reply.status() != 200) {
            throw new AssertionError(reply.body());
        }
        return created.member("JobId");
    }

    /** Creates a job with a file and starts it; the job's id. */
    String started(String csv) {
        String job = uploaded("", csv);
        on("StartUserImportJob", job);
        return job;
    }

    /** Runs a job with this file to its end; the job as described afterwards. */
    Reply imported(String csv) {
        String job = started(csv);
        server.rooms().imports().runDue();
        return on("DescribeUserImportJob", job);
    }

    /** Calls an operation on a job. */
    Reply on(String operation, String job) {
        return pool.adminCall(operation, "\"JobId\":\"" + job + "\"");
    }

    /** The log of a job. */
    List<String> log(String job) {
        List<String> lines = new ArrayList<>();
        if (!new ImportLog(server.store()).lines(new PoolId(pool.id()), job, lines::add)) {
            throw new AssertionError("There is no job " + job);
        }
        return lines;
    }

    /** The log of a job with this file. */
    List<String> logOf(String csv) {
        return log(imported(csv).member("JobId"));
    }

    /** How many rows of the pool a table has. */
    long rows(String table) {
        return server.store()
                .<Long>read(tx -> tx.list(
                                "SELECT COUNT(*) FROM " + table + " WHERE pool_id = ?", row -> row.number(1), pool.id())
                        .getFirst());
    }
}
