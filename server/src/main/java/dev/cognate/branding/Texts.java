package dev.cognate.branding;

import dev.cognate.wire.fault.ResourceNotFoundException;

/**
 * Every sentence that this room tells a client, word for word as the service has them. The last group has no known
 * original. Reference: oauth-config B11, B12.
 */
final class Texts {
    static final String NO_DOMAIN = "A domain must be associated with this user pool.";
    static final String VALUES_OR_SETTINGS = "useCognitoProvidedValues or settings should be specified (but not both)";

    // No original is known for these.
    static final String BAD_CSS = "The CSS is not valid.";
    static final String BAD_IMAGE = "The image must be a PNG or JPG file of at most 100 KB.";
    static final String BAD_SETTINGS = "Settings must be a JSON object.";
    static final String BRANDING_EXISTS = "A managed login branding already exists for the app client.";
    static final String BRANDING_ID_MISSING = "UserPoolId and ManagedLoginBrandingId are required.";
    static final String ICO_CATEGORY = "Assets with the extension ICO can only be used for FAVICON_ICO.";
    static final String ASSET_EMPTY = "An asset needs Bytes or a ResourceId.";
    static final String ASSET_FORMAT = "The bytes of an asset must be a picture of its extension.";
    static final String TERMS_EXIST = "Terms of that name already exist for the app client.";
    static final String DEFAULT_LINK = "Links must have cognito:default.";
    static final String LINK_SCHEME = "Links must start with https:// or http://";

    private Texts() {}

    static String cssClass(String selector) {
        return "The CSS class " + selector + " is not in the list of allowed classes.";
    }

    /** No original is known. */
    static ResourceNotFoundException noBranding() {
        return new ResourceNotFoundException("Managed login branding does not exist.");
    }

    /** No original is known. */
    static ResourceNotFoundException noTerms() {
        return new ResourceNotFoundException("Terms do not exist.");
    }
}
