package dev.cognate.front;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A client that speaks bytes, so that it can speak HTTP badly. */
final class RawClient implements AutoCloseable {
    /** A good body of ResendConfirmationCode. */
    static final String BODY = "{\"ClientId\":\"abc\",\"Username\":\"jane\"}";

    /** The beginning of a request for ResendConfirmationCode, without length and blank line. */
    static final String HEAD = """
            POST / HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-amz-json-1.1\r
            X-Amz-Target: AWSCognitoIdentityProviderService.ResendConfirmationCode\r
            """;

    /** A whole request for ResendConfirmationCode. */
    static final String GOOD = HEAD + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** How long a read waits for something. */
    void timeout(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
    }

    /** Whether the server has ended the connection; waits for it as long as a read does. */
    boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (SocketException _) {
            return true;
        }
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** All that comes until the server ends the connection, even roughly. */
    String readToEnd() throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                text.append((char) b);
            }
        } catch (SocketException _) {
            // A reset is an end as well.
        }
        return text.toString();
    }

    /** One answer with a content length, the connection staying open. */
    String readAnswer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next());
        }
        String marker = "content-length: ";
        int at = head.toString().toLowerCase(Locale.ROOT).indexOf(marker);
        int length = Integer.parseInt(head.substring(at + marker.length(), head.indexOf("\r\n", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    byte[] readBytes(int length) throws IOException {
        return in.readNBytes(length);
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new IOException("The server has ended the connection");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
