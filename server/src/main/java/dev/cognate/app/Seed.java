package dev.cognate.app;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.UserStatus;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Handler;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.Shape;
import dev.cognate.wire.fault.GroupExistsException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UsernameExistsException;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.Operations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes what a seed file names and the store lacks: pools and clients with chosen ids, groups, users. What is there stays
 * as it has become, so a server may be started with the same file again and again. Members are those of CreateUserPool,
 * CreateUserPoolClient, CreateGroup and AdminCreateUser.
 */
final class Seed {
    private static final Predicate<String> POOL_ID =
            Pattern.compile("[a-z0-9-]+_[0-9a-zA-Z]{1,30}").asMatchPredicate();
    private static final Predicate<String> CLIENT_ID =
            Pattern.compile("[\\w+]{1,128}").asMatchPredicate();

    private final Cognate cognate;
    private final Path file;
    private final Map<String, Handler<?, ?>> operations;

    Seed(Cognate cognate, Path file) {
        this.cognate = cognate;
        this.file = file;
        this.operations = cognate.rooms().operations().stream()
                .collect(Collectors.toMap(handler -> handler.model().name(), Function.identity()));
    }

    /**
     * Makes what is missing.
     *
     * @throws SettingsError the file cannot be used; the message says where and why
     */
    void plant() {
        SeedTree tree = SeedTree.of(file);
        tree.branches("pools").forEach(this::pool);
        tree.requireNothingElse();
    }

    private void pool(SeedTree tree) {
        PoolId id = new PoolId(matching(tree, "id", POOL_ID));
        SeedTree members = tree.branch("pool").withUsual("PoolName", id.value());
        List<SeedTree> clients = tree.branches("clients");
        List<SeedTree> groups = tree.branches("groups");
        List<SeedTree> users = tree.branches("users");
        tree.requireNothingElse();
        CreateUserPoolRequest request = understood(members, Operations.CREATE_USER_POOL);
        if (cognate.rooms().pools().find(id) == null) {
            attempt(members, () -> cognate.rooms().pools().create(id, request));
        }
        clients.forEach(each -> client(id, each));
        groups.forEach(each -> group(id, each));
        users.forEach(each -> user(id, each));
    }

    private void client(PoolId pool, SeedTree tree) {
        ClientId id = new ClientId(matching(tree, "id", CLIENT_ID));
        SeedTree members =
                tree.branch("client").withUsual("ClientName", id.value()).with("UserPoolId", pool.value());
        tree.requireNothingElse();
        CreateUserPoolClientRequest request = understood(members, Operations.CREATE_USER_POOL_CLIENT);
        if (!exists(tree, pool, id)) {
            attempt(members, () -> cognate.rooms().clients().create(id, request));
        }
    }

    private boolean exists(SeedTree tree, PoolId pool, ClientId id) {
        try {
            PoolId holder = cognate.rooms().clients().require(id).pool().id();
            if (!holder.equals(pool)) {
                throw new SettingsError(tree.place() + ": the id is that of a client of " + holder);
            }
            return true;
        } catch (ResourceNotFoundException missing) {
            return false;
        }
    }

    private void group(PoolId pool, SeedTree tree) {
        try {
            run(tree.with("UserPoolId", pool.value()), Operations.CREATE_GROUP, pool);
        } catch (GroupExistsException fromBefore) {
            return;
        }
    }

    /** The password comes last: a user who still has to change it was not finished. */
    private void user(PoolId pool, SeedTree tree) {
        String password = tree.optionalText("Password");
        List<String> groups = tree.texts("Groups");
        SeedTree members = tree.with("UserPoolId", pool.value())
                .withAttributes("UserAttributes")
                .withUsual("MessageAction", "SUPPRESS");
        String username = understood(members, Operations.ADMIN_CREATE_USER).username();
        try {
            run(members, Operations.ADMIN_CREATE_USER, pool);
        } catch (UsernameExistsException fromBefore) {
            if (!isUnfinished(pool, username)) {
                return;
            }
        }
        for (String group : groups) {
            run(user(tree, pool, username).with("GroupName", group), Operations.ADMIN_ADD_USER_TO_GROUP, pool);
        }
        if (password != null) {
            SeedTree set = user(tree, pool, username).with("Password", password).with("Permanent", true);
            run(set, Operations.ADMIN_SET_USER_PASSWORD, pool);
        }
    }

    private static SeedTree user(SeedTree tree, PoolId pool, String username) {
        return tree.emptied().with("UserPoolId", pool.value()).with("Username", username);
    }

    private boolean isUnfinished(PoolId id, String username) {
        return cognate.rooms().users().find(cognate.rooms().pools().require(id), username)
                        instanceof Lookup.Found(User user)
                && user.status() == UserStatus.FORCE_CHANGE_PASSWORD;
    }

    private static String matching(SeedTree tree, String name, Predicate<String> form) {
        String text = tree.text(name);
        if (!form.test(text)) {
            throw new SettingsError(tree.place() + ": " + text + " has not the form of an id");
        }
        return text;
    }

    /** The members as a request of an operation, all of them known to it. */
    private static <I> I understood(SeedTree members, OperationModel<I, ?> model) {
        byte[] body = JsonOutput.encode(members.shape());
        return attempt(members, () -> {
            I request = JsonInput.decode(body, model.input());
            members.requireUnderstood(JsonOutput.text((Shape) request));
            return request;
        });
    }

    private void run(SeedTree members, OperationModel<?, ?> model, PoolId pool) {
        understood(members, model);
        Call call = new Call("00000000-0000-4000-8000-000000000000", pool.region(), "127.0.0.1", null, null);
        Handler<?, ?> handler = operations.get(model.name());
        if (handler == null) {
            throw new IllegalStateException("Nobody performs " + model.name());
        }
        attempt(members, () -> handler.answer(JsonOutput.encode(members.shape()), call));
    }

    /** What exists is for the caller to judge; every other refusal is a mistake in the file. */
    private static <T> T attempt(SeedTree members, Supplier<T> action) {
        try {
            return action.get();
        } catch (GroupExistsException | UsernameExistsException existing) {
            throw existing;
        } catch (Fault refusal) {
            throw new SettingsError(members.place() + ": " + refusal.type() + ": " + refusal.getMessage());
        }
    }
}
