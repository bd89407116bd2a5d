/**
 * Threat protection: so far, what clients tell of their users' devices is recorded.
 *
 * <p>{@link dev.cognate.risk.UserEvents} keeps {@code UserContextData} and {@code AnalyticsMetadata} with the event they
 * came with, sealed. Reference: lifecycle A13.
 */
@NullMarked
package dev.cognate.risk;

import org.jspecify.annotations.NullMarked;
