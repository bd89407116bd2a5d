package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that an option's value names: {@code file://} holds text, {@code fileb://} bytes; {@code ~} and
 * {@code $VARIABLE} are expanded. Reference: oauth-config D5.
 *
 * @param environment has the variables and the home folder
 * @param flag the option, for complaints
 */
record ParamFiles(Environment environment, String flag) {
    private static final String TEXT = "file://";
    private static final String BYTES = "fileb://";

    /**
     * The text of the file that the value names, exactly as it is; null when it names none.
     *
     * @throws CliError.Invalid when the file cannot be read or is no text
     */
    @Nullable String content(String value) {
        byte[] bytes = bytes(value);
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw CliError.Invalid.parsing(
                    flag,
                    "Unable to load paramfile (" + path(value) + "), text contents could not be decoded.  If this is a"
                            + " binary file, please use the fileb:// prefix instead of the file:// prefix.");
        }
    }

    /** The bytes of the file that the value names; null when it names none. */
    byte @Nullable [] bytes(String value) {
        if (!value.startsWith(TEXT) && !value.startsWith(BYTES)) {
            return null;
        }
        String path = path(value);
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException | InvalidPathException unreadable) {
            throw CliError.Invalid.parsing(
                    flag, "Unable to load paramfile " + value + ": " + complaint(unreadable, path));
        }
    }

    /** Whether the value names a file of bytes. */
    static boolean namesBytes(String value) {
        return value.startsWith(BYTES);
    }

    /** The complaints of Python about a file that it cannot open. */
    private static String complaint(Exception unreadable, String path) {
        return switch (unreadable) {
            case NoSuchFileException _ -> "[Errno 2] No such file or directory: '" + path + "'";
            case AccessDeniedException _ -> "[Errno 13] Permission denied: '" + path + "'";
            case IOException _ when Files.isDirectory(Path.of(path)) -> "[Errno 21] Is a directory: '" + path + "'";
            default -> "cannot be read";
        };
    }

    private String path(String value) {
        String path = value.substring(namesBytes(value) ? BYTES.length() : TEXT.length());
        if (path.equals("~") || path.startsWith("~/")) {
            path = environment.home() + path.substring(1);
        }
        return expanded(path);
    }

    /** The path with {@code $NAME} and <code>${NAME}</code> replaced; unknown variables stay as they are. */
    private String expanded(String path) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            int end = path.charAt(at) == '$' ? variableEnd(path, at + 1) : at;
            String value = end > at + 1 ? environment.variables().get(variable(path, at + 1, end)) : null;
            if (value == null) {
                text.append(path.charAt(at));
                at++;
            } else {
                text.append(value);
                at = end;
            }
        }
        return text.toString();
    }

    private static int variableEnd(String path, int start) {
        if (path.startsWith("{", start)) {
            return path.indexOf('}', start) + 1;
        }
        int end = start;
        while (end < path.length() && (Character.isLetterOrDigit(path.charAt(end)) || path.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static String variable(String path, int start, int end) {
        return path.charAt(start) == '{' ? path.substring(start + 1, end - 1) : path.substring(start, end);
    }
}
