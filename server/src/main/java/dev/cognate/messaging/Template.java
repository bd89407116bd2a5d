package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/**
 * The text of a message with its placeholders.
 *
 * @param subject the subject of an email, null for an SMS; no placeholder is filled in it
 * @param body the text
 */
record Template(@Nullable String subject, String body) {}
