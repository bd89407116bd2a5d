package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Malformed, oversized, truncated and random requests against every operation: no answer is a server error, none hangs,
 * and the heap stays flat. 1,500 requests, 10,000 in full.
 */
class HostileRequestsTest {
    private static final int REQUESTS = "full".equals(System.getProperty("cognate.proofs")) ? 10_000 : 1_500;
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int HEAP_SLACK = 24 * 1024;
    private static final long SEED = 20260301;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void noHostileRequestIsAServerErrorOrHangsOrFillsTheHeap() throws IOException {
        List<String> operations = operations();
        assertThat(operations).hasSize(140);
        try (Program program = Program.start(folder, "--demo", "--access-log", "off")) {
            attack(program, operations, REQUESTS / 5);
            long before = heapUsed(program);
            attack(program, operations, REQUESTS);
            assertThat(heapUsed(program)).as("KiB on the heap after collection").isLessThan(before + HEAP_SLACK);
            assertThat(program.get("/_cognate/messages").status()).isEqualTo(200);
            assertThat(program.log()).doesNotContain("incident");
        }
    }

    private void attack(Program program, List<String> operations, int requests) {
        for (int i = 0; i < requests; i++) {
            String operation = operations.get(i % operations.size());
            byte[] request = request(operation);
            String answer = send(program, request);
            assertThat(statusOf(answer))
                    .as("%s answered %s to %s", operation, answer, printable(request))
                    .satisfiesAnyOf(
                            status -> assertThat(status).isBetween(200, 499),
                            // An operation that is open says so with 501, and with nothing else.
                            _ -> assertThat(answer).contains("OperationNotImplemented"),
                            // The server may hang up on what is no HTTP, or on a request that does not end.
                            status -> assertThat(status).isZero());
        }
    }

    private byte[] request(String operation) {
        byte[] body = body();
        String length = random.nextInt(20) == 0 ? String.valueOf(body.length / 2) : String.valueOf(body.length);
        String head =
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/x-amz-json-1.1\r\n"
                        + "X-Amz-Target: AWSCognitoIdentityProviderService."
                        + (random.nextInt(50) == 0 ? noise(30) : operation)
                        + "\r\nAuthorization: " + authorization() + "\r\nContent-Length: " + length + "\r\n\r\n";
        return concat(head.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    private String authorization() {
        return random.nextInt(10) == 0
                ? noise(60)
                : "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260301/us-east-1/cognito-idp/aws4_request, "
                        + "SignedHeaders=host, Signature=0";
    }

    private byte[] body() {
        return switch (random.nextInt(8)) {
            case 0 -> bytes(random.nextInt(2000));
            case 1 -> truncated(plausible());
            case 2 ->
                ("{\"Username\":\"" + "x".repeat(random.nextInt(200_000)) + "\"}").getBytes(StandardCharsets.UTF_8);
            case 3 -> "{\"a\":".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8);
            case 4 -> mutated(plausible());
            case 5 -> random.nextInt(10) == 0 ? new byte[3 * 1024 * 1024] : new byte[0];
            default -> plausible();
        };
    }

    /** Members that many operations have, with values of every kind. */
    private byte[] plausible() {
        List<String> names = List.of(
                "UserPoolId",
                "ClientId",
                "Username",
                "Password",
                "ConfirmationCode",
                "UserAttributes",
                "PoolName",
                "ClientName",
                "Filter",
                "Limit",
                "MaxResults",
                "PaginationToken",
                "NextToken",
                "AttributesToGet",
                "Policies",
                "Schema",
                "LambdaConfig",
                "CustomAttributes",
                "ExplicitAuthFlows",
                "CallbackURLs",
                "ClientMetadata",
                "VerificationMessageTemplate",
                "SecretHash",
                "UserContextData",
                "TokenValidityUnits",
                "UserPoolTags");
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            members.add("\"" + names.get(random.nextInt(names.size())) + "\":" + value(3));
        }
        return ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 9 : 12)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextBoolean());
            case 2 -> String.valueOf(random.nextLong());
            case 3 -> "1e" + random.nextInt(400_000_000);
            case 4 -> "\"us-east-1_COGNATE01\"";
            case 5 -> "\"" + Program.CLIENT + "\"";
            case 6 -> "\"jane\"";
            case 7 -> "\"\\u0000\\ud800 \\\"^= *\"";
            case 8 -> "\"" + "\u00e9\ud83d\ude00".repeat(random.nextInt(60)) + "\"";
            case 9 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
            case 10 -> "{\"Name\":" + value(depth - 1) + ",\"Value\":" + value(depth - 1) + "}";
            default -> "{\"PasswordPolicy\":" + value(depth - 1) + ",\"EmailMessage\":" + value(depth - 1) + "}";
        };
    }

    private byte[] mutated(byte[] bytes) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] truncated(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append((char) (33 + random.nextInt(90)));
        }
        return noise.toString();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** What came back; empty when the server hung up. Fails when nothing happens for long. */
    private static String send(Program program, byte[] request) {
        URI url = URI.create(program.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException hungUpEarly) {
                // The answer may be there all the same.
            }
            return read(socket.getInputStream());
        } catch (java.net.SocketTimeoutException hangs) {
            throw new AssertionError("No answer to " + printable(request), hangs);
        } catch (IOException hungUp) {
            return "";
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static int statusOf(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String printable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.length() > 1_000 ? text.substring(0, 1_000) + "…" : text;
    }

    private static long heapUsed(Program program) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String pid = String.valueOf(program.pid());
        Shell.run(Map.of(), List.of(jcmd, pid, "GC.run"));
        String info = Shell.run(Map.of(), List.of(jcmd, pid, "GC.heap_info")).out();
        List<Long> used = USED.matcher(info)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
        assertThat(used).as(info).hasSizeGreaterThanOrEqualTo(2);
        return used.get(0) + used.get(1);
    }

    private static List<String> operations() throws IOException {
        Path lib = Program.ROOT.resolve("target/cognate/lib");
        try (Stream<Path> jars = Files.list(lib)) {
            Path wire = jars.filter(jar -> jar.getFileName().toString().startsWith("cognate-wire"))
                    .findFirst()
                    .orElseThrow();
            try (ZipFile zip = new ZipFile(wire.toFile())) {
                ZipEntry index = zip.getEntry("dev/cognate/wire/cli/operations.json");
                String json = new String(zip.getInputStream(index).readAllBytes(), StandardCharsets.UTF_8);
                return Pattern.compile("\"name\":\"(\\w+)\"")
                        .matcher(json)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
            }
        }
    }
}
