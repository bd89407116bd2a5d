/**
 * What a pool's pages look like, and the terms that they link.
 *
 * <p>{@link dev.cognate.branding.Branding} is the door. Three things, each of a pool's client:
 *
 * <ul>
 *   <li>a <em>UI customization</em> ({@code UiCustomization}) of the classic pages: style sheet and logo, of a client or of
 *       all clients that have none of their own;
 *   <li>a <em>managed login branding</em> of the newer pages: a settings document and pictures, found by an id of its own
 *       or by its client;
 *   <li><em>terms</em>: links to the terms of use and to the privacy policy, by language.
 * </ul>
 *
 * <p>All of it ends up in pages that users type their passwords into: what could be more than a colour, a picture or a link
 * is refused ({@code CssRules}, {@code Picture}, {@code AssetRules}, {@code TermsRules}).
 *
 * <p>Whatever belongs to a client goes with it ({@link dev.cognate.branding.Branding#forget}).
 *
 * <p>Reference: oauth-config B11, B12, B17, C16, newer (DescribeTermsByClient).
 */
@NullMarked
package dev.cognate.branding;

import org.jspecify.annotations.NullMarked;
