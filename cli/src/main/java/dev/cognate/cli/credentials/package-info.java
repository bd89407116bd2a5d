/**
 * The key that signs a request, found as the AWS command line finds it.
 *
 * <p>{@link dev.cognate.cli.credentials.CredentialChain} asks in order: the variables, the profile
 * ({@code ProfileKeys}), a web identity of the variables, what AWS gives to a container or an instance. A profile may have
 * a key, name a program that prints one, or lead to one: by a role ({@code Roles}, with the security token service), or by
 * a sign-in of IAM Identity Center ({@code SingleSignOn}, with the token that {@code aws sso login} left). Keys that are
 * good for a while are kept in {@code KeyCache}, in the files and the form of the AWS command line.
 *
 * <p>Each kind loads its module of the AWS SDK only when a profile asks for it. Reference: oauth-config D13.
 */
@NullMarked
package dev.cognate.cli.credentials;

import org.jspecify.annotations.NullMarked;
