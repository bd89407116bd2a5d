package dev.cognate.bench.subject;

import dev.cognate.front.Front;
import dev.cognate.front.FrontLimits;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Listen;
import dev.cognate.front.Metrics;
import dev.cognate.front.Mount;
import dev.cognate.front.Response;
import dev.cognate.front.Signatures;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The server's listener, with limits, request ids, metrics and access log, and behind it nothing but an endpoint that
 * sends the body back: what a request costs before anybody looks at it.
 */
public final class EchoServer {
    /** The path that echoes. */
    public static final String PATH = "/echo";

    private static final Pattern READY = Pattern.compile("Echo at (http://127\\.0\\.0\\.1:\\d+)");

    private EchoServer() {}

    /** Starts it in a process of its own; the folder is for its (empty) store. */
    public static Server start(Path folder) throws IOException, InterruptedException {
        Program program = JavaProgram.start(
                EchoServer.class, folder, Map.of(), folder.resolve("data").toString());
        try {
            return new Server("echo", program, URI.create(program.await(READY)), "", "");
        } catch (IOException | InterruptedException failure) {
            program.close();
            throw failure;
        }
    }

    /** Serves until the process is ended. The one argument is a folder for an empty store. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Front front = new Front(
                new FrontSettings(new Listen("127.0.0.1", 0), null, "us-east-1", FrontLimits.DEFAULT, true, false),
                new Front.Offer(
                        List.of(), List.of(Mount.exactly("POST", PATH, request -> Response.json(200, request.body())))),
                new Front.Collaborators(
                        Signatures.any(),
                        new Metrics(),
                        SqliteStore.open(Path.of(args[0]), StoreSettings.defaults()),
                        InstantSource.system(),
                        new SecureRandom()));
        out.println("Echo at http://127.0.0.1:" + front.start().api().getPort());
    }
}
