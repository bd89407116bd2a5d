package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What a pool has to say instead of the usual text, outside its {@code UserPoolType}: that of its e-mail factor. Reference:
 * auth 19.1.
 *
 * @param subject null for the usual one
 * @param body null for the usual one
 */
public record OwnText(
        @Nullable String subject, @Nullable String body) {
    /** Nothing. */
    public static final OwnText NONE = new OwnText(null, null);

    Template over(Template usual) {
        return new Template(subject == null ? usual.subject() : subject, body == null ? usual.body() : body);
    }
}
