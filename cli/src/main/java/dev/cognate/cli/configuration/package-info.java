/**
 * What a command goes by besides its words: variables of the environment and the configuration files of AWS.
 *
 * <p>{@link dev.cognate.cli.configuration.Settings} answers every question in the order option, environment, file,
 * default; {@code Profiles} reads the files with the AWS SDK's own module, and only where there are any.
 * {@link dev.cognate.cli.configuration.Proxies} knows what stands between, {@link dev.cognate.cli.configuration.TlsTrust}
 * whom a connection trusts.
 *
 * <p>A plain call on a machine without such files loads nothing of the AWS SDK. Reference: oauth-config D13.
 */
@NullMarked
package dev.cognate.cli.configuration;

import org.jspecify.annotations.NullMarked;
