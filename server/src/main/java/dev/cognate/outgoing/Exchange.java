package dev.cognate.outgoing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One GET over HTTP/1.1 (RFC 9112) to an address that was looked at before. The certificate is checked against the host
 * of the URL.
 *
 * @param url http or https, with a host
 * @param patience how long it may take
 * @param most the greatest body in bytes
 */
record Exchange(URI url, Duration patience, int most) {
    private static final int MOST_HEADER_BYTES = 64 * 1024;
    private static final int MOST_ADDRESSES = 3;
    private static final String TOO_LARGE = "the answer is too large";
    private static final String CUT_OFF = "the answer ends before its end";
    private static final String NOT_HTTP = "the answer is not HTTP/1.1";

    /**
     * An answer.
     *
     * @param headers by name in lower case; of several of one name, the last
     */
    record Reply(int status, Map<String, String> headers, String body) {

        /** Where the document is instead, null when the answer does not say so. */
        @Nullable String redirection() {
            return switch (status) {
                case 301, 302, 303, 307, 308 -> headers.get("location");
                default -> null;
            };
        }
    }

    /**
     * Asks the first of the addresses that takes a connection.
     *
     * @throws IOException none does, the answer is late, too large or no HTTP
     */
    Reply run(List<InetAddress> addresses) throws IOException {
        try (Socket plain = connected(addresses)) {
            // A read has a time-out of its own, which a byte now and then would keep from ever passing.
            Thread end = Thread.ofVirtual().name("end-of-exchange").start(() -> closeLate(plain));
            try {
                Socket socket = isSecure() ? secured(plain) : plain;
                socket.getOutputStream().write(request());
                socket.getOutputStream().flush();
                return read(new BufferedInputStream(socket.getInputStream()));
            } finally {
                end.interrupt();
            }
        }
    }

    private boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private int port() {
        return url.getPort() >= 0 ? url.getPort() : isSecure() ? 443 : 80;
    }

    private Socket connected(List<InetAddress> addresses) throws IOException {
        IOException last = new IOException("the host has no address");
        for (InetAddress address : addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port()), Math.toIntExact(patience.toMillis()));
                return socket;
            } catch (IOException failure) {
                socket.close();
                last = failure;
            }
        }
        throw last;
    }

    private void closeLate(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException inTime) {
            // The exchange is over.
        } catch (IOException closed) {
            // There is nothing left to close.
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] request() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String port = url.getPort() >= 0 ? ":" + url.getPort() : "";
        return ("GET " + path + query + " HTTP/1.1\r\nHost: " + url.getHost() + port
                        + "\r\nUser-Agent: Cognate\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Reply read(InputStream in) throws IOException {
        String[] statusLine = line(in, MOST_HEADER_BYTES).split(" ", 3);
        if (statusLine.length < 2 || !statusLine[0].startsWith("HTTP/1.") || !statusLine[1].matches("[2-5][0-9]{2}")) {
            throw new IOException(NOT_HTTP);
        }
        Map<String, String> headers = headers(in);
        return new Reply(
                Integer.parseInt(statusLine[1]), headers, new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = MOST_HEADER_BYTES;
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw new IOException(TOO_LARGE);
            }
            return body;
        }
        int announced = number(length, 10);
        byte[] body = in.readNBytes(announced);
        if (body.length < announced) {
            throw new IOException(CUT_OFF);
        }
        return body;
    }

    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = number(line(in, MOST_HEADER_BYTES).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new IOException(CUT_OFF);
            }
            body.write(chunk);
            if (body.size() > most) {
                throw new IOException(TOO_LARGE);
            }
            line(in, 2);
        }
    }

    private int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number >= 0 && number <= most) {
                return number;
            }
            throw new IOException(TOO_LARGE);
        } catch (NumberFormatException malformed) {
            throw new IOException(NOT_HTTP, malformed);
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > most) {
                throw new IOException(NOT_HTTP);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
