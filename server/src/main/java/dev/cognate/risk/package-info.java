/**
 * Threat protection: what is configured to happen when a request looks dangerous, and what happened to users.
 *
 * <p>Four doors:
 *
 * <ul>
 *   <li>{@link dev.cognate.risk.Risk}: the operations, and the configuration for a client.
 *   <li>{@link dev.cognate.risk.Protection}: what to do. Who takes a password asks it whether that one is among the {@link
 *       dev.cognate.risk.CompromisedPasswords}; who signs users in asks whether the address is blocked, and has the
 *       place judged ({@code Familiarity}), which comes to an {@link dev.cognate.risk.Assessment}.
 *   <li>{@link dev.cognate.risk.Notices}: the e-mails that tell users.
 *   <li>{@link dev.cognate.risk.UserEvents}: who signs users in or up, or changes passwords, records it there, in the same
 *       transaction. What clients tell of their users' devices ({@code UserContextData}, {@code AnalyticsMetadata}) is
 *       kept with the event, sealed.
 * </ul>
 *
 * <p>The path of one event: SignUp records it when the user is added; AdminListUserAuthEvents lists it, newest first;
 * AdminUpdateAuthEventFeedback, or the user by a token from a message, says whether it was the user's own doing.
 *
 * <p>Reference: auth 23, oauth-config B14, lifecycle A13.
 */
@NullMarked
package dev.cognate.risk;

import org.jspecify.annotations.NullMarked;
