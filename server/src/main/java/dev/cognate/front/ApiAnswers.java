package dev.cognate.front;

import dev.cognate.wire.Fault;
import dev.cognate.wire.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's answers as HTTP: the one place where a fault becomes JSON. Reference: oauth-config A2 to A6, lifecycle A1. */
final class ApiAnswers {
    private static final int MAX_HEADER_TEXT = 1024;
    private static final String EXPOSED = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";
    private static final byte[] NOTHING = {};
    private static final byte[] EMPTY_OBJECT = ascii("{}");
    private static final byte[] WRAP_BEGIN = ascii("{\"Output\":");
    private static final byte[] WRAP_END = ascii(",\"Version\":\"1.0\"}");
    private static final byte[] UNKNOWN_IN_XML = ascii("<UnknownOperationException/>");

    private ApiAnswers() {}

    /** What an operation has answered; empty for one without output. */
    static Response success(String requestId, Form form, byte[] json) {
        return new Response(200, headers(requestId, form.contentType(), null), inForm(form, json));
    }

    /** A fault. */
    static Response fault(String requestId, Form form, Fault fault) {
        Headers headers = headers(requestId, form.contentType(), fault);
        return new Response(fault.status(), headers, inForm(form, json(fault)));
    }

    /** The answer to a request that is of another protocol. */
    static Response otherProtocol(String requestId) {
        return new Response(404, headers(requestId, "application/xml", null), UNKNOWN_IN_XML);
    }

    /** The answer to a browser that asks what it may send. Reference: oauth-config A6. */
    static Response preflight(String requestId, @Nullable String requestedHeaders) {
        List<String> fields = cors(requestId);
        fields.addAll(List.of("Access-Control-Allow-Methods", "POST", "Access-Control-Max-Age", "172800"));
        if (requestedHeaders != null) {
            fields.addAll(List.of("Access-Control-Allow-Headers", headerText(requestedHeaders)));
        }
        return new Response(200, Headers.of(fields), NOTHING);
    }

    private static byte[] json(Fault fault) {
        return JsonOutput.encode(out -> {
            out.beginObject();
            out.member("__type", fault.type());
            out.member("message", fault.getMessage());
            fault.writeMembers(out);
            out.endObject();
        });
    }

    private static Headers headers(String requestId, String contentType, @Nullable Fault fault) {
        List<String> fields = cors(requestId);
        fields.add("Content-Type");
        fields.add(contentType);
        if (fault != null) {
            fields.add("x-amzn-ErrorType");
            fields.add(fault.type() + ":");
            String message = fault.getMessage();
            if (message != null) {
                fields.add("x-amzn-ErrorMessage");
                fields.add(headerText(message));
            }
        }
        return Headers.of(fields);
    }

    private static List<String> cors(String requestId) {
        List<String> fields = new ArrayList<>(12);
        fields.add("x-amzn-RequestId");
        fields.add(requestId);
        fields.add("Access-Control-Allow-Origin");
        fields.add("*");
        fields.add("Access-Control-Expose-Headers");
        fields.add(EXPOSED);
        return fields;
    }

    /** A text as a header value: printable ASCII, everything else as a question mark, and not longer than a header is. */
    private static String headerText(String text) {
        int length = Math.min(text.length(), MAX_HEADER_TEXT);
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            safe.append(c >= ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }

    private static byte[] inForm(Form form, byte[] json) {
        return switch (form) {
            case JSON_1_1 -> json;
            case WRAPPED -> {
                ByteArrayOutputStream wrapped = new ByteArrayOutputStream(json.length + 32);
                wrapped.writeBytes(WRAP_BEGIN);
                wrapped.writeBytes(json.length == 0 ? EMPTY_OBJECT : json);
                wrapped.writeBytes(WRAP_END);
                yield wrapped.toByteArray();
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
