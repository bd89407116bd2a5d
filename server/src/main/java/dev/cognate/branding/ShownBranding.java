package dev.cognate.branding;

import dev.cognate.wire.model.ManagedLoginBrandingType;
import org.jspecify.annotations.Nullable;

/** A managed login branding as the API shows it. */
final class ShownBranding {
    private ShownBranding() {}

    /**
     * The branding that was found.
     *
     * @param merged whether the service's own settings are to be shown where it has none
     * @throws dev.cognate.wire.fault.ResourceNotFoundException nothing was found
     */
    static ManagedLoginBrandingType of(@Nullable ManagedLoginBrandingType found, @Nullable Boolean merged) {
        if (found == null) {
            throw Texts.noBranding();
        }
        return Boolean.TRUE.equals(merged)
                ? found.toBuilder()
                        .settings(SettingsDocument.merged(found.settings()))
                        .build()
                : found;
    }
}
