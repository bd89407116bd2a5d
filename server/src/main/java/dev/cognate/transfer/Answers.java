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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the API elsewhere answered, kept in a folder by request, sealed: a copy that was stopped goes on where it stood, and
 * what goes into the store is read from the disk and not from the network.
 */
final class Answers {
    private static final String PURPOSE = "import-answer";

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
        String hash = HexFormat.of().formatHex(keys.hash(PURPOSE, operation, body), 0, 16);
        Path file = folder.resolve(operation + "-" + hash);
        try {
            String json = Files.exists(file)
                    ? new String(keys.open(Files.readAllBytes(file), PURPOSE), StandardCharsets.UTF_8)
                    : fetched(operation, body, file);
            return JsonInput.decodeStored(json, reader);
        } catch (IOException failure) {
            throw new TransferRefused(Texts.noWorkFolder(folder, failure));
        } catch (SealBroken | IllegalArgumentException _) {
            throw new TransferRefused(Texts.badAnswer(operation, folder));
        }
    }

    private String fetched(String operation, String body, Path file) throws IOException {
        if (api == null) {
            throw new TransferRefused(Texts.badAnswer(operation, folder));
        }
        String json = api.call(operation, body);
        try (PrivateFile kept = PrivateFile.beside(file)) {
            Files.write(kept.path(), keys.seal(json.getBytes(StandardCharsets.UTF_8), PURPOSE));
            kept.take();
        }
        return json;
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
