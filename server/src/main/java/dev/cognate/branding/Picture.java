package dev.cognate.branding;

import dev.cognate.wire.Blob;
import dev.cognate.wire.model.AssetExtensionType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What kind of picture bytes are, by how they begin: a name or a claim is not believed. */
final class Picture {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ICO = {0, 0, 1, 0};
    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP = {'W', 'E', 'B', 'P'};
    private static final int WEBP_AT = 8;

    private Picture() {}

    /** The kind, null for what is no picture that pages show. */
    static @Nullable AssetExtensionType kind(Blob blob) {
        byte[] bytes = blob.bytes();
        if (has(bytes, 0, PNG)) {
            return AssetExtensionType.PNG;
        }
        if (has(bytes, 0, JPEG)) {
            return AssetExtensionType.JPEG;
        }
        if (has(bytes, 0, ICO)) {
            return AssetExtensionType.ICO;
        }
        if (has(bytes, 0, RIFF) && has(bytes, WEBP_AT, WEBP)) {
            return AssetExtensionType.WEBP;
        }
        return isSvg(bytes) ? AssetExtensionType.SVG : null;
    }

    private static boolean has(byte[] bytes, int at, byte[] mark) {
        int end = at + mark.length;
        return bytes.length >= end && Arrays.equals(bytes, at, end, mark, 0, mark.length);
    }

    private static boolean isSvg(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).stripLeading();
        return text.startsWith("<") && text.contains("<svg");
    }
}
