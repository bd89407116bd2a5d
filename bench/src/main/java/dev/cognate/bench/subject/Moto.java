package dev.cognate.bench.subject;

import dev.cognate.bench.load.Load;
import dev.cognate.bench.load.Outcome;
import dev.cognate.bench.load.Plan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * moto's server. It keeps everything in memory, so its users sign up through its API.
 *
 * @param command the program {@code moto_server}
 */
public record Moto(Path command) implements Peer {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "moto";
    }

    @Override
    public Server start(Path folder, int users) throws IOException, InterruptedException {
        int port = Calls.freePort();
        Program program = Program.start(
                List.of(command.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port)), Map.of(), folder);
        Server started = new Server(name(), program, URI.create("http://127.0.0.1:" + port), "", "");
        try {
            Server made = Peer.withPool(started);
            Outcome filled = Load.run(
                    Plan.closedLoop(made.address(), 4, LONGEST).atMost(users), Asking.signUp(made, Names::username));
            if (filled.succeeded() < users) {
                throw new IOException(
                        "moto took " + filled.succeeded() + " users of " + users + ": " + filled.faults());
            }
            return made;
        } catch (IOException | InterruptedException failure) {
            program.close();
            throw failure;
        }
    }
}
