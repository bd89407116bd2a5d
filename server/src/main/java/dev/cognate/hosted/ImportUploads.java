package dev.cognate.hosted;

import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.front.StreamingEndpoint;
import dev.cognate.imports.Imports;
import dev.cognate.imports.Imports.SignedUpload;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the CSV files of user import jobs are PUT: {@code PUT /_cognate/imports/<pool>/<job>?X-Amz-…}, the pre-signed URL
 * of a job. It answers as S3 does: an empty 200, or an error in XML. Reference: lifecycle H, "Upload".
 */
public final class ImportUploads implements StreamingEndpoint {
    private final Imports imports;

    /** Uploads to the jobs of a server. */
    public ImportUploads(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Response answer(Request head, InputStream body) throws IOException {
        SignedUpload asked = asked(head);
        if (asked == null) {
            return refused("AccessDenied", "The request is not signed as the pre-signed URL of an import job is.");
        }
        return switch (imports.receive(asked, body)) {
            case TAKEN -> Response.empty(200);
            case EXPIRED -> refused("AccessDenied", "Request has expired");
            case FORGED ->
                refused(
                        "SignatureDoesNotMatch",
                        "The request signature that was calculated does not match the signature that was provided.");
            case TOO_LATE -> refused("AccessDenied", "The import job does not wait for a file any more.");
        };
    }

    private static @Nullable SignedUpload asked(Request head) {
        String[] segments = head.path().substring(Imports.PATH.length()).split("/", -1);
        try {
            String date = head.parameter("X-Amz-Date");
            String expires = head.parameter("X-Amz-Expires");
            String signature = head.parameter("X-Amz-Signature");
            return segments.length != 3 || date == null || expires == null || signature == null
                    ? null
                    : new SignedUpload(segments[1], segments[2], date, expires, signature);
        } catch (IllegalArgumentException notDecodable) {
            return null;
        }
    }

    private static Response refused(String code, String message) {
        return Response.of(
                403,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>");
    }
}
