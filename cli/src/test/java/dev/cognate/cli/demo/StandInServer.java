package dev.cognate.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A process that behaves as a server does in the story, started by the demonstration in its tests: the first word says
 * how. {@code true} is as it must be, {@code forgetful} takes the old code too, {@code silent} never says where it is,
 * {@code broken} ends with a complaint. It adds its data folder to the file that the property {@code note} names.
 */
final class StandInServer {
    private static final List<String> CODES = List.of("111111", "222222");

    private final String manner;
    private int sent;
    private boolean confirmed;

    private StandInServer(String manner) {
        this.manner = manner;
    }

    public static void main(String[] words) throws IOException {
        Path note = Path.of(System.getProperty("note"));
        Files.writeString(note, words[words.length - 1] + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (words[0].equals("broken")) {
            System.err.println("The data folder is on fire.");
            System.exit(3);
        }
        List<String> expected = List.of("serve", "--port", "0", "--management-port", "0", "--data");
        if (!List.of(words).subList(1, words.length - 1).equals(expected)) {
            throw new IllegalArgumentException("unexpected words: " + List.of(words));
        }
        Files.createDirectories(Path.of(words[words.length - 1]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StandInServer standIn = new StandInServer(words[0]);
        server.createContext("/", standIn::answer);
        server.start();
        System.out.println("Starting.");
        System.out.println("Ready at http://127.0.0.1:" + server.getAddress().getPort() + ", try this and that");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String answer = target == null
                    ? messages(exchange.getRequestURI().getPath())
                    : operation(target.substring(target.indexOf('.') + 1), body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.startsWith("{\"__type\"") ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String messages(String path) {
        String message =
                "{\"id\":\"m" + sent + "\",\"username\":\"jane\",\"destination\":\"jane@example.com\",\"body\":\"Your"
                        + " code is " + CODES.get(sent - 1) + ".\",\"code\":\"" + CODES.get(sent - 1) + "\"}";
        return path.endsWith("messages") ? "[" + message + "]" : message;
    }

    private String operation(String name, String body) {
        return switch (name) {
            case "CreateUserPool" -> "{\"UserPool\":{\"Id\":\"us-east-1_demo\",\"Name\":\"demo\"}}";
            case "CreateUserPoolClient" -> "{\"UserPoolClient\":{\"ClientId\":\"client\"}}";
            case "SignUp", "ResendConfirmationCode" -> {
                sent++;
                yield "{\"UserConfirmed\":false,\"UserSub\":\"s\",\"CodeDeliveryDetails\":{\"Destination\":\"j***@e***\","
                        + "\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"}}";
            }
            case "ConfirmSignUp" -> confirm(body);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String confirm(String body) {
        if (confirmed) {
            return "{\"__type\":\"NotAuthorizedException\",\"message\":\"User cannot be confirmed. Current status is"
                    + " CONFIRMED\"}";
        }
        confirmed = manner.equals("forgetful") || body.contains(CODES.get(sent - 1));
        return confirmed ? "{}" : "{\"__type\":\"CodeMismatchException\",\"message\":\"Invalid verification code\"}";
    }
}
