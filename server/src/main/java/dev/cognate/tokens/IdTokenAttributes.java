package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.wire.Document;
import java.util.List;
import java.util.Set;

/** What an ID token says of a user's attributes. Reference: auth 14.2. */
final class IdTokenAttributes {
    private static final Set<String> EMAIL = Set.of("email", "email_verified");
    private static final Set<String> PHONE = Set.of("phone_number", "phone_number_verified");

    private IdTokenAttributes() {}

    /** Identities are in no client's list and never withheld; what developers keep for themselves is. */
    static boolean isShown(Client client, SignIn signIn, String name) {
        if (name.startsWith("dev:") || !(name.equals("identities") || client.mayRead(name))) {
            return false;
        }
        List<String> scopes = signIn.oauthScopes();
        return scopes == null || scopes.equals(List.of("openid")) || scopes.contains(scope(name));
    }

    private static String scope(String name) {
        if (EMAIL.contains(name)) {
            return "email";
        }
        return PHONE.contains(name) ? "phone" : "profile";
    }

    /** OpenID Connect gives a few attributes another type than text. */
    static void put(Claims claims, String name, String value) {
        switch (name) {
            case "email_verified", "phone_number_verified" -> claims.put(name, Boolean.parseBoolean(value));
            case "updated_at" -> putNumber(claims, name, value);
            case "identities" -> claims.put(name, new Document(value));
            case "address" ->
                claims.put(name, out -> {
                    out.beginObject();
                    out.member("formatted", value);
                    out.endObject();
                });
            default -> claims.put(name, value);
        }
    }

    /** The schema wants a number, which may have a fraction or be beyond all times; such a one stays a text. */
    private static void putNumber(Claims claims, String name, String value) {
        if (value.matches("[0-9]{1,18}")) {
            claims.put(name, Long.parseLong(value));
        } else {
            claims.put(name, value);
        }
    }
}
