package dev.cognate.app;

import dev.cognate.clients.Client;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.SignIn;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A pool of a test server with one client.
 *
 * @param server the server
 * @param id the pool's id
 * @param client the client's id
 */
public record TestPool(TestServer server, String id, String client) {
    /** A password that every policy of the tests accepts. */
    public static final String PASSWORD = "Corr3ct-Horse!";

    /** Another client of the pool, made from further members, such as {@code "GenerateSecret":true}. */
    public Reply newClient(String members) {
        return server.expect("CreateUserPoolClient", """
                {"UserPoolId":"%s","ClientName":"another",%s}""".formatted(id, members));
    }

    /** The same pool seen through another client. */
    public TestPool through(String otherClient) {
        return new TestPool(server, id, otherClient);
    }

    /** The same pool seen through a new client that conceals whether users exist. */
    public TestPool concealing() {
        return through(newClient("\"PreventUserExistenceErrors\":\"ENABLED\"").member("ClientId"));
    }

    /** Calls an operation that names a client, with further members. */
    public Reply call(String operation, String members) {
        return server.call(operation, "{\"ClientId\":\"" + client + "\"," + members + "}");
    }

    /** Calls an operation that names a pool, with further members; empty for none. */
    public Reply adminCall(String operation, String members) {
        return server.call(
                operation, "{\"UserPoolId\":\"" + id + "\"" + (members.isEmpty() ? "" : ",") + members + "}");
    }

    /** An access token of a user, as one who has signed in through this client gets it. */
    public String accessToken(String username) {
        return accessToken(username, AccessTokens.OWN_ACCOUNT);
    }

    /** An access token for some scope, of a sign-in of its own. */
    public String accessToken(String username, String scope) {
        Rooms rooms = server.rooms();
        User user = user(username);
        Client signedInto = rooms.clients().require(new ClientId(client));
        SignIn signIn = server.store().write(tx -> rooms.tokens().signIns().begin(tx, signedInto, user));
        return rooms.tokens()
                .accessTokens()
                .issue(signedInto, user, signIn, List.of(), List.of(scope))
                .text();
    }

    /** Calls an operation for the bearer of an access token, with further members; empty for none. */
    public Reply callAs(String accessToken, String operation, String members) {
        return server.call(
                operation, "{\"AccessToken\":\"" + accessToken + "\"" + (members.isEmpty() ? "" : ",") + members + "}");
    }

    /** A user as stored. */
    public User user(String username) {
        if (!(new Users(server.store()).find(pool(), username) instanceof Lookup.Found(User user))) {
            throw new AssertionError("There is no " + username);
        }
        return user;
    }

    /** Signs a user up and confirms it without a code. */
    public void confirmed(String username, String attributes) {
        if (signUpWith(username, attributes).status() != 200
                || admin("AdminConfirmSignUp", username).status() != 200) {
            throw new AssertionError(username + " was refused");
        }
    }

    /** Changes a user straight in the store, into what no operation can make of it yet. */
    public void change(String username, UnaryOperator<User> change) {
        User user = user(username);
        server.store().write(tx -> {
            new Users(server.store()).save(tx, user, change.apply(user));
            return true;
        });
    }

    /** The pool as it is configured. */
    public Pool pool() {
        return Objects.requireNonNull(server.rooms().pools().find(new PoolId(id)), id);
    }

    /** Whether this is the user's password. */
    public boolean hasPassword(String username, String password) {
        User user = user(username);
        KeptPassword kept = user.password();
        return kept != null
                && new Passwords(server.keys(), new SecureRandom())
                        .matches(kept, pool().shortName(), user.username(), password);
    }

    /** Asks for a code to set another password. */
    public Reply forgot(String username) {
        return call("ForgotPassword", "\"Username\":\"" + username + "\"");
    }

    /** Sets another password by code. */
    public Reply confirmForgot(String username, String code, String password) {
        return call("ConfirmForgotPassword", """
                "Username":"%s","ConfirmationCode":"%s","Password":"%s\"""".formatted(username, code, password));
    }

    /** Creates a user as an administrator, with further members; empty for none. */
    public Reply adminCreate(String username, String members) {
        return adminCall(
                "AdminCreateUser", "\"Username\":\"" + username + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    /** Sets a password as an administrator. */
    public Reply adminSetPassword(String username, String password, boolean permanent) {
        return adminCall("AdminSetUserPassword", """
                "Username":"%s","Password":"%s","Permanent":%s""".formatted(username, password, permanent));
    }

    /** Disables a user and nothing else: their sign-ins stay, which AdminDisableUser would end. */
    public void disable(String username) {
        change(username, user -> user.withEnabled(false, user.modified()));
    }

    /** Signs a user up with an e-mail address. */
    public Reply signUp(String username, String email) {
        return signUpWith(username, "[{\"Name\":\"email\",\"Value\":\"" + email + "\"}]");
    }

    /** Signs a user up with attributes as JSON. */
    public Reply signUpWith(String username, String attributes) {
        return server.call("SignUp", """
                {"ClientId":"%s","Username":"%s","Password":"%s","UserAttributes":%s}""".formatted(client, username, PASSWORD, attributes));
    }

    /** Asks for another code. */
    public Reply resend(String username) {
        return server.call("ResendConfirmationCode", """
                {"ClientId":"%s","Username":"%s"}""".formatted(client, username));
    }

    /** Confirms with a code. */
    public Reply confirm(String username, String code) {
        return server.call("ConfirmSignUp", """
                {"ClientId":"%s","Username":"%s","ConfirmationCode":"%s"}""".formatted(client, username, code));
    }

    /** Shows a user to an administrator. */
    public Reply adminGetUser(String username) {
        return server.call("AdminGetUser", """
                {"UserPoolId":"%s","Username":"%s"}""".formatted(id, username));
    }

    /** Another of the administrator's operations on a user. */
    public Reply admin(String operation, String username) {
        return server.call(operation, """
                {"UserPoolId":"%s","Username":"%s"}""".formatted(id, username));
    }

    /** The codes that were sent to a user, newest first. */
    public List<String> codes(String username) {
        return server.inbox(id, username).stream()
                .map(each -> String.valueOf(each.message().code()))
                .toList();
    }

    /** The newest code that was sent to a user. */
    public String code(String username) {
        return codes(username).getFirst();
    }
}
