package dev.cognate.branding;

import dev.cognate.wire.Document;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AssetType;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a managed login branding: either the service's own settings or some of one's own, with or without
 * pictures. Reference: oauth-config B11.
 *
 * @param ownedByService null when nothing is said, else whether the service's settings are to be used
 * @param settings null for none
 * @param assets null for none
 */
record Look(
        @Nullable Boolean ownedByService,
        @Nullable Document settings,
        @Nullable List<AssetType> assets) {

    /**
     * Refuses what fits no branding.
     *
     * @throws InvalidParameterException both kinds of settings, settings that are no object, or a bad picture
     */
    void check() {
        if (Boolean.TRUE.equals(ownedByService) && settings != null) {
            throw new InvalidParameterException(Texts.VALUES_OR_SETTINGS);
        }
        if (settings != null && !SettingsDocument.isObject(settings)) {
            throw new InvalidParameterException(Texts.BAD_SETTINGS);
        }
        AssetRules.check(assets);
    }

    /** Whether it says which settings are to be used. */
    boolean isDecided() {
        return Boolean.TRUE.equals(ownedByService) || settings != null;
    }

    /** The branding with all that is said; the rest stays. */
    ManagedLoginBrandingType on(ManagedLoginBrandingType before) {
        ManagedLoginBrandingType.Builder after = before.toBuilder();
        if (isDecided()) {
            after.useCognitoProvidedValues(settings == null).settings(settings);
        }
        if (assets != null) {
            after.assets(assets);
        }
        return after.build();
    }
}
