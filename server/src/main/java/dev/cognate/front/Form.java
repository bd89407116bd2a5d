package dev.cognate.front;

import org.jspecify.annotations.Nullable;

/** How the answers of the API are written, as the request's content type asks for. Reference: oauth-config A4. */
enum Form {
    /** The body is the answer. */
    JSON_1_1("application/x-amz-json-1.1"),

    /** The body is an object that holds the answer, and a version. */
    WRAPPED("application/json");

    private final String contentType;

    Form(String contentType) {
        this.contentType = contentType;
    }

    /** The form for a request with that content type, whose parameters do not matter; null when there is none. */
    static @Nullable Form of(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        int semicolon = contentType.indexOf(';');
        String media = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
        for (Form form : values()) {
            if (form.contentType.equalsIgnoreCase(media)) {
                return form;
            }
        }
        return null;
    }

    String contentType() {
        return contentType;
    }
}
