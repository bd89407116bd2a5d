package dev.cognate.front;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 from the server's side: the signature that a request must carry, made of its method, path,
 * query, signed header fields and body.
 */
final class SigV4 {
    static final String TERMINATOR = "aws4_request";

    private static final HexFormat HEX = HexFormat.of();
    private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();

    private SigV4() {}

    /** The signature in lower-case hexadecimal, with the date as the request has it. */
    static String signature(Request request, Authorization authorization, String date, SecretAccessKey secret) {
        String canonical = canonicalRequest(request, authorization.signedHeaders());
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + authorization.scope() + "\n"
                + HEX.formatHex(sha256(utf8(canonical)));
        byte[] key = hmac(utf8("AWS4" + secret.value()), authorization.date());
        key = hmac(key, authorization.region());
        key = hmac(key, authorization.service());
        key = hmac(key, authorization.terminator());
        return HEX.formatHex(hmac(key, toSign));
    }

    static String canonicalRequest(Request request, List<String> signedHeaders) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(canonicalPath(request.path())).append('\n');
        text.append(canonicalQuery(request.rawQuery())).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':');
            appendValues(text, request.headers().all(name));
            text.append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n');
        return text.append(HEX.formatHex(sha256(request.body()))).toString();
    }

    /** The path with each of its characters escaped once more, except slashes. */
    private static String canonicalPath(String path) {
        StringBuilder text = new StringBuilder(path.length());
        appendEscaped(text, utf8(path), true);
        return text.toString();
    }

    /** The parameters in the order of their escaped names, then values. */
    private static String canonicalQuery(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(escapedAgain(name) + "=" + escapedAgain(value));
        }
        pairs.sort(null);
        return String.join("&", pairs);
    }

    /** The same text escaped as the signature wants it, however the client escaped it. */
    private static String escapedAgain(String escaped) {
        byte[] bytes = utf8(escaped);
        byte[] plain = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isEscape = bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            plain[length++] = isEscape
                    ? (byte) (HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]))
                    : bytes[i];
            i += isEscape ? 2 : 0;
        }
        StringBuilder text = new StringBuilder(length);
        appendEscaped(text, Arrays.copyOf(plain, length), false);
        return text.toString();
    }

    private static boolean isHex(byte b) {
        return HexFormat.isHexDigit(b);
    }

    private static void appendEscaped(StringBuilder text, byte[] bytes, boolean keepSlashes) {
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == '~'
                    || (keepSlashes && c == '/');
            if (plain) {
                text.append(c);
            } else {
                text.append('%').append(UPPER_HEX.toHexDigits(b));
            }
        }
    }

    /** The values without spaces at their ends and with single spaces within, joined by commas. */
    private static void appendValues(StringBuilder text, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            boolean afterSpace = false;
            for (char c : values.get(i).strip().toCharArray()) {
                boolean space = c == ' ';
                if (!space || !afterSpace) {
                    text.append(c);
                }
                afterSpace = space;
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
