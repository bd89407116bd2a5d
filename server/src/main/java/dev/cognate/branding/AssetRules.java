package dev.cognate.branding;

import dev.cognate.wire.Blob;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AssetCategoryType;
import dev.cognate.wire.model.AssetExtensionType;
import dev.cognate.wire.model.AssetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pictures a managed login branding takes. Reference: oauth-config B11. */
final class AssetRules {
    private AssetRules() {}

    static void check(@Nullable List<AssetType> assets) {
        if (assets != null) {
            assets.forEach(AssetRules::check);
        }
    }

    private static void check(AssetType asset) {
        if (asset.extension() == AssetExtensionType.ICO && asset.category() != AssetCategoryType.FAVICON_ICO) {
            throw new InvalidParameterException(Texts.ICO_CATEGORY);
        }
        Blob bytes = asset.bytes();
        if (bytes == null) {
            if (asset.resourceId() == null) {
                throw new InvalidParameterException(Texts.ASSET_EMPTY);
            }
            return;
        }
        if (Picture.kind(bytes) != asset.extension()) {
            throw new InvalidParameterException(Texts.ASSET_FORMAT);
        }
    }
}
