package dev.cognate.cli.token;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code cognate token decode}: the header and the claims of a JSON Web Token (RFC 7519), as JSON. */
public final class Token implements Program {
    private static final String FILE = "file://";
    private static final List<String> TIMES = List.of("auth_time", "iat", "nbf", "exp");
    private static final String HELP = """
            usage: cognate token decode (<token> | file://<name>)

            Prints the header and the claims of a token, with its times in words. The signature is not checked.

              cognate token decode "$ID_TOKEN"
              cognate token decode file:///dev/stdin < token.txt
            """;

    /** Prints what the token says; returns the exit status. */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        if (words.isEmpty() || words.contains("--help") || words.contains("help")) {
            surroundings.streams().out().print(HELP);
            return 0;
        }
        if (words.size() != 2 || !words.getFirst().equals("decode")) {
            throw CliError.Invalid.parameter("Say: cognate token decode <token>");
        }
        Instant now = surroundings.timing().clock().instant();
        Entries decoded = decoded(content(words.getLast()).strip(), now);
        surroundings.streams().out().println(Visible.json(JsonWriter.indented(decoded)));
        return 0;
    }

    private static String content(String word) {
        if (!word.startsWith(FILE)) {
            return word;
        }
        try {
            return Files.readString(Path.of(word.substring(FILE.length())));
        } catch (IOException | InvalidPathException unreadable) {
            throw CliError.Invalid.parameter("Unable to load paramfile " + word);
        }
    }

    private static Entries decoded(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length == 5) {
            throw CliError.Invalid.parameter(
                    "This token is encrypted, as refresh tokens are: only the server can read it");
        }
        if (parts.length != 3) {
            throw CliError.Invalid.parameter("This is no token: it has " + parts.length + " parts instead of three");
        }
        Entries claims = part(parts[1], "claims");
        Map<String, JsonValue> all = new LinkedHashMap<>();
        all.put("header", part(parts[0], "header"));
        all.put("claims", claims);
        all.put("times", times(claims, now));
        all.put("signature", new Text("not checked"));
        return new Entries(all);
    }

    private static Entries part(String encoded, String name) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            if (JsonReader.read(json) instanceof Entries entries) {
                return entries;
            }
        } catch (IllegalArgumentException | Malformed garbled) {
            // What the text was stays out of the complaint: it may be a secret that was taken for a token.
            throw CliError.Invalid.parameter("This is no token: its " + name + " cannot be read");
        }
        throw CliError.Invalid.parameter("This is no token: its " + name + " are no JSON object");
    }

    private static Entries times(Entries claims, Instant now) {
        Map<String, JsonValue> times = new LinkedHashMap<>();
        for (String name : TIMES) {
            if (claims.get(name) instanceof Whole(String digits) && digits.length() <= 12) {
                Instant time = Instant.ofEpochSecond(Long.parseLong(digits));
                times.put(name, new Text(time + ", " + distance(now, time)));
            }
        }
        return new Entries(times);
    }

    private static String distance(Instant now, Instant time) {
        Duration distance = Duration.between(now, time);
        return distance.isNegative() ? span(distance.negated()) + " ago" : "in " + span(distance);
    }

    /** The greatest unit is enough for people. */
    private static String span(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() > 1) {
            return duration.toHours() + " hours";
        }
        return duration.toMinutes() > 1 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }
}
