package dev.cognate.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * cognito-local, as npm installs it. It keeps a pool in one JSON file, which it writes anew with every change; its users are
 * put into that file, since signing 10,000 of them up through its API would take hours.
 *
 * @param script its start script
 */
public record CognitoLocal(Path script) implements Peer {

    @Override
    public String name() {
        return "cognito-local";
    }

    @Override
    public Server start(Path folder, int users) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(".cognito/db"));
        // By default its usernames are e-mail addresses.
        Files.writeString(folder.resolve(".cognito/config.json"), """
                {"UserPoolDefaults": {"UsernameAttributes": []}}""");
        Server empty = launch(folder, "", "");
        Server made;
        try (empty) {
            made = Peer.withPool(empty);
        }
        fill(folder.resolve(".cognito/db/" + made.pool() + ".json"), users);
        Server filled = launch(folder, made.pool(), made.client());
        Calls.callWhenReady(filled.address(), "DescribeUserPool", """
                {"UserPoolId": "%s"}""".formatted(made.pool()));
        return filled;
    }

    private Server launch(Path folder, String pool, String client) throws IOException {
        int port = Calls.freePort();
        Program program = Program.start(
                List.of("node", script.toString()),
                Map.of("HOST", "127.0.0.1", "PORT", Integer.toString(port)),
                folder);
        return new Server(name(), program, URI.create("http://127.0.0.1:" + port), pool, client);
    }

    private static void fill(Path file, int users) throws IOException {
        String nobody = "\"Users\": {}";
        String pool = Files.readString(file);
        if (!pool.contains(nobody)) {
            throw new IOException("cognito-local keeps its users differently than expected in " + file);
        }
        String everybody =
                IntStream.range(0, users).mapToObj(CognitoLocal::user).collect(Collectors.joining(","));
        Files.writeString(file, pool.replace(nobody, "\"Users\": {" + everybody + "}"));
    }

    private static String user(int number) {
        return """
                "%1$s": {"Attributes": [{"Name": "sub", "Value": "%2$s"}, {"Name": "email", "Value": "%3$s"}],
                "Enabled": true, "Password": "Everybody-has-1-password", "RefreshTokens": [],
                "UserCreateDate": "2026-01-01T00:00:00.000Z", "UserLastModifiedDate": "2026-01-01T00:00:00.000Z",
                "Username": "%1$s", "UserStatus": "UNCONFIRMED", "ConfirmationCode": "123456"}""".formatted(Names.username(number), new UUID(0x4000, Long.MIN_VALUE | number), Names.email(number));
    }
}
