package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;

/**
 * Whom a good access token stands for.
 *
 * @param client the client that the token was issued to; what it may read and write, the bearer may
 * @param user the user as it was when the token was checked
 * @param signIn the sign-in that the token follows from
 */
public record Bearer(Client client, User user, SignIn signIn) {}
