package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Blob;
import dev.cognate.wire.model.UICustomizationType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the classic pages of a client look like.
 *
 * @param pool the pool
 * @param client the client's id, or {@code ALL} for the clients that have no customization of their own
 * @param version {@code yyyyMMddHHmmss} of the last change
 * @param css a style sheet of the allowed classes, null for none
 * @param image a PNG or JPG, null for none
 * @param created when it was first set
 * @param modified when it was last set
 */
public record UiCustomization(
        PoolId pool,
        String client,
        String version,
        @Nullable String css,
        @Nullable Blob image,
        Instant created,
        Instant modified) {
    /** Stands for all clients that have no customization of their own. */
    public static final String ALL = "ALL";

    /** The customization as the API shows it; its image is on the server of that URL. */
    UICustomizationType shown(String publicUrl) {
        return UICustomizationType.builder()
                .userPoolId(pool.value())
                .clientId(client)
                .imageUrl(image == null ? null : publicUrl + imagePath())
                .css(css)
                .cssVersion(version)
                .creationDate(created)
                .lastModifiedDate(modified)
                .build();
    }

    /** Where browsers find the image. Another version has another path, so that a cache may keep it. */
    public String imagePath() {
        return "/" + pool + "/" + client + "/" + version + "/assets/images/image.jpg";
    }
}
