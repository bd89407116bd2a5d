package dev.cognate.directory;

import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.UserStatusType;
import dev.cognate.wire.model.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users as the API shows them. */
public final class Shown {
    private Shown() {}

    /** All attributes, {@code sub} first. */
    public static List<AttributeType> attributes(User user) {
        List<AttributeType> shown = new ArrayList<>(user.attributes().size() + 1);
        shown.add(new AttributeType("sub", user.sub().value()));
        user.attributes().forEach((name, value) -> shown.add(new AttributeType(name, value)));
        return List.copyOf(shown);
    }

    public static UserStatusType status(User user) {
        return Objects.requireNonNull(UserStatusType.of(user.status().name()));
    }

    /** A user in a list; with a choice of attributes, only those that it has of them. */
    public static UserType user(User user, @Nullable Set<String> chosen) {
        List<AttributeType> attributes = attributes(user);
        if (chosen != null) {
            attributes = attributes.stream()
                    .filter(attribute -> chosen.contains(attribute.name()))
                    .toList();
        }
        return UserType.builder()
                .username(user.username())
                .attributes(attributes)
                .userCreateDate(user.created())
                .userLastModifiedDate(user.modified())
                .enabled(user.enabled())
                .userStatus(status(user))
                .build();
    }
}
