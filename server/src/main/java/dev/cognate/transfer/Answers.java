package dev.cognate.transfer;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the API elsewhere answered, kept in a folder by request, sealed: a copy that was stopped goes on where it stood, and
 * what goes into the store is read from the disk and not from the network.
 */
final class Answers {
    private static final String PURPOSE = "import-answer";

    /** Kept where there is nothing, which is an answer too. */
    private static final byte[] NOTHING = {};

    private final Path folder;
    private final KeyRing keys;
    private final @Nullable RemoteApi api;

    private Answers(Path folder, KeyRing keys, @Nullable RemoteApi api) {
        this.folder = folder;
        this.keys = keys;
        this.api = api;
    }

    /** Answers in a folder, which is made; those that are not there yet are asked for. */
    static Answers asking(Path folder, KeyRing keys, RemoteApi api) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new TransferRefused(Texts.noWorkFolder(folder, failure));
        }
        return new Answers(folder, keys, api);
    }

    /** The same answers; nobody is asked any more. */
    Answers only() {
        return new Answers(folder, keys, null);
    }

    /** The answer to a request. */
    <T> T of(String operation, JsonInput.Reader<T> reader, Shape request) {
        String body = JsonOutput.text(request);
        byte[] json = kept(operation, body, from -> bytes(from.call(operation, body)));
        return decoded(operation, json, reader);
    }

    /** The same for what need not be there: null when it is not. */
    <T> @Nullable T find(String operation, JsonInput.Reader<T> reader, Shape request) {
        String body = JsonOutput.text(request);
        byte[] json = kept(operation, body, from -> {
            String found = from.find(operation, body);
            return found == null ? NOTHING : bytes(found);
        });
        return json.length == 0 ? null : decoded(operation, json, reader);
    }

    /** The bytes of a picture that an answer names, null when they cannot be had. */
    byte @Nullable [] picture(String url) {
        byte[] picture = kept("Picture", url, from -> Objects.requireNonNullElse(from.picture(url), NOTHING));
        return picture.length == 0 ? null : picture;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T decoded(String operation, byte[] json, JsonInput.Reader<T> reader) {
        try {
            return JsonInput.decodeStored(new String(json, StandardCharsets.UTF_8), reader);
        } catch (IllegalArgumentException _) {
            throw new TransferRefused(Texts.badAnswer(operation, folder));
        }
    }

    /** What was fetched for a request before, or is fetched now. */
    private byte[] kept(String operation, String body, Function<RemoteApi, byte[]> fetch) {
        String hash = HexFormat.of().formatHex(keys.hash(PURPOSE, operation, body), 0, 16);
        Path file = folder.resolve(operation + "-" + hash);
        try {
            if (Files.exists(file)) {
                return keys.open(Files.readAllBytes(file), PURPOSE);
            }
            if (api == null) {
                throw new TransferRefused(Texts.badAnswer(operation, folder));
            }
            byte[] fetched = fetch.apply(api);
            try (PrivateFile kept = PrivateFile.beside(file)) {
                Files.write(kept.path(), keys.seal(fetched, PURPOSE));
                kept.take();
            }
            return fetched;
        } catch (IOException failure) {
            throw new TransferRefused(Texts.noWorkFolder(folder, failure));
        } catch (SealBroken _) {
            throw new TransferRefused(Texts.badAnswer(operation, folder));
        }
    }

    /** Removes the folder: the copy is done. */
    void forget() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new TransferRefused(Texts.workFolderStays(folder, failure));
        }
    }
}
