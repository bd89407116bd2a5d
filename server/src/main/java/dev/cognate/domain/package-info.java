/**
 * The nouns that every room shares: which pool, which client, which user. Records that hold one checked value each, so
 * that a pool's id is never passed where a client's id is wanted. Knows nobody.
 */
@NullMarked
package dev.cognate.domain;

import org.jspecify.annotations.NullMarked;
