/**
 * One-time codes that users receive by e-mail or SMS and give back, and the hourly limits on asking for them and trying
 * them.
 *
 * <p>{@link dev.cognate.codes.Codes} is the door. A code belongs to a {@link dev.cognate.codes.CodeKey}: a pool, a
 * subject and a {@link dev.cognate.codes.CodeKind}. There is one live code per key; a new one replaces it, a used one is
 * gone. Only a keyed hash is stored. The same row remembers when codes were sent and tried during the last hour, so that
 * a limit is one row that one transaction changes, and exact on any number of nodes. Codes for signing in are kept by the
 * sessions that ask for them ({@code signin}); here they are counted only.
 *
 * <p>The subject is a user's {@code sub} or, where a client conceals whether users exist, a keyed hash of the name that
 * was asked for: a name without a user is limited, and answers wrong codes, exactly as a name with one.
 *
 * <p>Reference: lifecycle A9 (codes), A12 (limits), A8 (concealment).
 */
@NullMarked
package dev.cognate.codes;

import org.jspecify.annotations.NullMarked;
