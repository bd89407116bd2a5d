package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file of {@code --store}: the tokens of the last sign-in and the device that it was made from, for its owner only. */
final class TokenFile {
    private static final String DEVICE = "Device";

    private final Path file;

    private TokenFile(Path file) {
        this.file = file;
    }

    /**
     * The file of this name, which need not exist. It is looked at before anybody signs in for nothing.
     *
     * @throws CliError.General when something else than a file has the name, or no file can be made in its folder
     */
    static TokenFile named(String name) {
        try {
            Path file = Path.of(name);
            Path folder = file.toAbsolutePath().getParent();
            if (name.isBlank() || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw new CliError.General("The tokens cannot be stored in \"" + name
                        + "\": there is no folder there that you may write into");
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new CliError.General("The tokens cannot be stored in " + name + ": it is no regular file");
            }
            return new TokenFile(file);
        } catch (InvalidPathException noPath) {
            throw new CliError.General("Could not write the tokens into " + name);
        }
    }

    /** The device in it; null when it has none of this owner. */
    @Nullable Device device(Device.Owner owner) {
        try {
            return Files.isRegularFile(file) && JsonReader.read(Files.readString(file)) instanceof Entries entries
                    ? Device.of(entries.get(DEVICE), owner)
                    : null;
        } catch (IOException | Malformed unreadable) {
            return null;
        }
    }

    /**
     * Writes tokens and device in the place of those before.
     *
     * @throws CliError.General when that cannot be done
     */
    void write(Entries tokens, @Nullable Device device) {
        Map<String, JsonValue> all = new LinkedHashMap<>(tokens.members());
        if (device != null) {
            all.put(DEVICE, device.json());
        }
        try {
            PrivateFile.write(file, JsonWriter.indented(new Entries(all)) + "\n");
        } catch (IOException unwritable) {
            throw new CliError.General("Could not write the tokens into " + file);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
