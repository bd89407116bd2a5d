package dev.cognate.branding;

import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domains.Domains;
import dev.cognate.pools.Pools;
import dev.cognate.store.Tx;
import dev.cognate.wire.Blob;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AssetExtensionType;
import dev.cognate.wire.model.SetUICustomizationRequest;
import dev.cognate.wire.model.SetUICustomizationResponse;
import dev.cognate.wire.model.UICustomizationType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Sets style sheet and logo of the classic pages, for a client or for all; what the request leaves out is gone, and with
 * neither so is the customization. Reference: oauth-config B11.
 */
final class SetUICustomization implements Operation<SetUICustomizationRequest, SetUICustomizationResponse> {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int MOST_IMAGE_BYTES = 100 * 1024;

    private final Branding.Collaborators with;
    private final Pools pools;
    private final Clients clients;

    SetUICustomization(Branding.Collaborators with) {
        this.with = with;
        this.pools = with.pools();
        this.clients = with.clients();
    }

    @Override
    public SetUICustomizationResponse run(SetUICustomizationRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        String css = request.css() == null || request.css().isBlank() ? null : request.css();
        Blob image = image(request.imageFile());
        if (css != null) {
            CssRules.check(css);
        }
        String client = request.clientId() == null ? UiCustomization.ALL : request.clientId();
        Instant now = with.now();
        UiCustomization asked = new UiCustomization(pool, client, VERSION.format(now), css, image, now, now);
        UiCustomization set = with.store().write(tx -> set(tx, asked));
        return new SetUICustomizationResponse(
                set == null
                        ? UICustomizationType.builder().build()
                        : set.shown(with.publicUrl().get()));
    }

    private static @Nullable Blob image(@Nullable Blob given) {
        if (given == null || given.length() == 0) {
            return null;
        }
        AssetExtensionType kind = Picture.kind(given);
        boolean allowed = kind == AssetExtensionType.PNG || kind == AssetExtensionType.JPEG;
        if (!allowed || given.length() > MOST_IMAGE_BYTES) {
            throw new InvalidParameterException(Texts.BAD_IMAGE);
        }
        return given;
    }

    private @Nullable UiCustomization set(Tx tx, UiCustomization asked) {
        if (asked.client().equals(UiCustomization.ALL)) {
            pools.require(tx, asked.pool());
        } else {
            clients.require(tx, asked.pool(), new ClientId(asked.client()));
        }
        if (Domains.of(tx, asked.pool()).isEmpty()) {
            throw new InvalidParameterException(Texts.NO_DOMAIN);
        }
        if (asked.css() == null && asked.image() == null) {
            UiCustomizationsTable.delete(tx, asked.pool(), asked.client());
            return null;
        }
        UiCustomizationsTable.put(tx, asked);
        return UiCustomizationsTable.find(tx, asked.pool(), asked.client());
    }
}
