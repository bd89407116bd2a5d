package dev.cognate.cli.credentials;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are good for a while, in the folder and the form of the AWS command line, so that either program finds what the
 * other has got.
 */
final class KeyCache {
    /** A key that is not good for so long is fetched anew. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private static final String CREDENTIALS = "Credentials";

    private final Path folder;
    private final InstantSource clock;

    KeyCache(Path home, InstantSource clock) {
        this.folder = home.resolve(".aws/cli/cache");
        this.clock = clock;
    }

    /** The name of the file for what these words identify. */
    static String name(String identity) {
        try {
            // The name of a file, nothing secret: another digest would not be that of the AWS command line.
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8))) + ".json";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key of this name while it is good; else null. */
    @Nullable Credentials find(String name) {
        Entries kept = read(folder.resolve(name));
        if (kept == null || !(kept.get(CREDENTIALS) instanceof Entries key)) {
            return null;
        }
        String id = key.text("AccessKeyId");
        String secret = key.text("SecretAccessKey");
        if (id == null
                || secret == null
                || !isLater(key.text("Expiration"), clock.instant().plus(MARGIN))) {
            return null;
        }
        return new Credentials(id, secret, key.text("SessionToken"));
    }

    /** What a file says; null when there is none, or none that can be read. */
    static @Nullable Entries read(Path file) {
        try {
            return Files.isRegularFile(file) && JsonReader.read(Files.readString(file)) instanceof Entries entries
                    ? entries
                    : null;
        } catch (IOException | Malformed unreadable) {
            return null;
        }
    }

    /** Whether a time is given, and is later than another. */
    static boolean isLater(@Nullable String time, Instant than) {
        try {
            // Older versions of the AWS command line wrote the zone as UTC.
            return time != null
                    && OffsetDateTime.parse(time.replace("UTC", "Z"))
                            .toInstant()
                            .isAfter(than);
        } catch (DateTimeParseException garbled) {
            return false;
        }
    }

    /** Keeps a key for the next call. */
    Credentials keep(String name, software.amazon.awssdk.services.sts.model.Credentials given) {
        Credentials key = key(given);
        keep(name, key, given.expiration());
        return key;
    }

    /** Keeps a key for the next call. */
    void keep(String name, Credentials key, Instant expiration) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("AccessKeyId", new Text(key.accessKeyId()));
        members.put("SecretAccessKey", new Text(key.secretAccessKey()));
        if (key.sessionToken() != null) {
            members.put("SessionToken", new Text(key.sessionToken()));
        }
        members.put("Expiration", new Text(expiration.toString()));
        write(folder.resolve(name), new Entries(Map.of(CREDENTIALS, new Entries(members))));
    }

    /** Writes a file of such a folder. Where that cannot be done it is left undone: the file only saves a question. */
    static void write(Path file, Entries content) {
        try {
            PrivateFile.write(file, JsonWriter.compact(content));
        } catch (IOException unwritable) {
            return;
        }
    }

    /** The key that the security token service gave. */
    static Credentials key(software.amazon.awssdk.services.sts.model.Credentials given) {
        return new Credentials(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }
}
