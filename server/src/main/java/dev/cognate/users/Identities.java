package dev.cognate.users;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the attribute {@code identities} of a user, a JSON array as text, in step with its links. Reference: F10. */
final class Identities {
    private static final String ATTRIBUTE = "identities";

    private final Users users;

    Identities(Users users) {
        this.users = users;
    }

    /** Writes the attribute anew after a link came or went; without links there is none. */
    void refresh(Tx tx, User user, Instant now) {
        List<IdentitiesTable.Link> links = IdentitiesTable.of(tx, user.pool(), user.sub());
        Map<String, String> attributes = new LinkedHashMap<>(user.attributes());
        if (links.isEmpty()) {
            attributes.remove(ATTRIBUTE);
        } else {
            attributes.put(ATTRIBUTE, text(links));
        }
        users.save(tx, user, user.withAttributes(attributes, now));
    }

    private static String text(List<IdentitiesTable.Link> links) {
        return JsonOutput.text(
                out -> out.array(links.stream().map(Identities::shape).toList()));
    }

    private static Shape shape(IdentitiesTable.Link link) {
        return out -> {
            out.beginObject();
            out.member("userId", link.user().value());
            out.member("providerName", link.user().provider());
            out.member("providerType", type(link.user().provider()));
            out.nullMember("issuer");
            out.member("primary", false);
            out.member("dateCreated", link.created().toEpochMilli());
            out.endObject();
        };
    }

    /** Social providers have names of their own; any other is taken for OpenID Connect until providers are known here. */
    private static String type(String provider) {
        return switch (provider) {
            case "Facebook", "Google", "LoginWithAmazon", "SignInWithApple" -> provider;
            default -> "OIDC";
        };
    }
}
