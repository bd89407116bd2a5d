package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pre-signed URL of a job. Reference: lifecycle H, "Upload". */
class UploadTest extends ImportRoom {
    private static final String FORGED =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SignatureDoesNotMatch"
                    + "</Code><Message>The request signature that was calculated does not match the signature that was"
                    + " provided.</Message></Error>";

    /** Clause H.t5. "HTTP PUT of the CSV to PreSignedUrl, header x-amz-server-side-encryption"; here tolerated. */
    @Test
    void aFileIsTakenWithAndWithoutTheHeader() {
        String url = create("").member("PreSignedUrl");

        Reply reply = upload(url, HEADER);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(server.send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofString(HEADER)))
                        .status())
                .isEqualTo(200);
    }

    /** Clause H.t5. "URL valid 15 min; … S3-like XML error on expiry." */
    @Test
    void theUrlIsGoodForFifteenMinutes() {
        String url = create("").member("PreSignedUrl");
        server.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(upload(url, HEADER).status()).isEqualTo(200);
        server.clock().advance(Duration.ofMillis(1));

        Reply expired = upload(url, HEADER);

        assertThat(expired.status()).isEqualTo(403);
        assertThat(expired.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(expired.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>"
                        + "<Message>Request has expired</Message></Error>");
    }

    /** A changed job, date, time or signature. */
    @ParameterizedTest
    @CsvSource({
        "import-,import-X",
        "Date=2026,Date=2027",
        "Expires=900,Expires=901",
        "Signature=,Signature=ab",
        "=ab,=zz"
    })
    void aUrlThatWasChangedOpensNothing(String part, String other) {
        String url = create("").member("PreSignedUrl");
        String changed = other.equals("=zz") ? url.substring(0, url.length() - 2) + "zz" : url.replace(part, other);

        Reply reply = upload(changed, HEADER);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEqualTo(FORGED);
        assertThat(rows("import_chunks")).isZero();
    }

    @Test
    void aUrlWithoutASignatureOpensNothing() {
        String url = create("").member("PreSignedUrl");

        assertThat(upload(url.replaceAll("\\?.*", ""), HEADER).body()).contains("<Code>AccessDenied</Code>");
        assertThat(upload(url + "%00", HEADER).status()).isEqualTo(403);
        assertThat(upload(url.replaceAll("/import-[^?]*", ""), HEADER).status()).isEqualTo(403);
        assertThat(server.get(url.substring(server.url().length())).status()).isEqualTo(404);
    }

    @Test
    void theLastFileCountsAndTakesThePlaceOfTheOthers() {
        Reply created = create("");
        upload(created.member("PreSignedUrl"), HEADER + "\n" + row("john", "john@example.com"));
        upload(created.member("PreSignedUrl"), HEADER + "\n" + row("jane", "jane@example.com"));
        assertThat(rows("import_chunks")).isEqualTo(1);

        on("StartUserImportJob", created.member("JobId"));
        server.rooms().imports().runDue();

        assertThat(pool.adminGetUser("jane").status()).isEqualTo(200);
        assertThat(pool.adminGetUser("john").fault()).isEqualTo("UserNotFoundException");
        assertThat(rows("import_chunks")).isZero();
    }

    @Test
    void aStartedJobTakesNoFile() {
        Reply created = create("");
        upload(created.member("PreSignedUrl"), HEADER);
        on("StartUserImportJob", created.member("JobId"));

        Reply late = upload(created.member("PreSignedUrl"), HEADER);

        assertThat(late.status()).isEqualTo(403);
        assertThat(late.body())
                .contains("<Code>AccessDenied</Code>", "The import job does not wait for a file any more.");
        assertThat(rows("import_chunks")).isEqualTo(1);
    }

    /** "≤100 MB." */
    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        String url = create("").member("PreSignedUrl");
        var stream = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 'a');
                return length;
            }
        };

        Reply reply = server.send(HttpRequest.newBuilder(URI.create(url))
                .expectContinue(true)
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), Imports.MOST_BYTES + 1)));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(rows("import_chunks")).isZero();
    }

    /** More than the listener's own limit on bodies, and more than one piece. */
    @Test
    void aLargeFileIsKeptInPieces() {
        String url = create("").member("PreSignedUrl");
        String csv = HEADER + "\n" + "x".repeat(3 * 1024 * 1024);

        assertThat(upload(url, csv).status()).isEqualTo(200);

        assertThat(rows("import_chunks")).isEqualTo(13);
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        String job = create("").member("JobId");
        byte[] begin = new byte[3 * Uploads.PIECE];
        InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(begin), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The client has gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("The client has gone");
            }
        });
        String url = on("DescribeUserImportJob", job).member("PreSignedUrl");
        var asked = new Imports.SignedUpload(
                pool.id(), job, "20260301T120000Z", "900", url.substring(url.indexOf("Signature=") + 10));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> server.rooms().imports().receive(asked, breaking))
                .isInstanceOf(IOException.class);

        assertThat(rows("import_chunks")).isZero();
        assertThat(on("StartUserImportJob", job).outcome()).contains("has not been uploaded");
    }

    /** The file holds personal data: it is sealed, and goes as soon as nobody needs it. */
    @Test
    void aFileIsSealedAndGoesWithItsJob() {
        String job = uploaded("", HEADER + "\n" + row("jane", "secret@example.com"));
        byte[] kept = server.store()
                .read(tx -> tx.list("SELECT sealed FROM import_chunks", row -> row.bytes(1)))
                .getFirst();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(server.rooms().imports().sweep()).isZero();

        server.clock().advance(Duration.ofHours(24));

        assertThat(server.rooms().imports().sweep()).isEqualTo(1);
        assertThat(rows("import_chunks")).isZero();
        assertThat(on("DescribeUserImportJob", job).member("Status")).isEqualTo("Expired");
    }

    /** The pool went, and the server with it before it could clear the file of an upload that was under way. */
    @Test
    void whatIsLeftOfAnUploadToNothingIsCleared() {
        uploaded("", HEADER);
        server.store().write(tx -> tx.update("DELETE FROM import_jobs WHERE pool_id = ?", pool.id()));

        assertThat(server.rooms().imports().sweep()).isEqualTo(1);
        assertThat(rows("import_chunks")).isZero();
    }
}
