package dev.cognate.pools;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The room on an empty store, once on each database; time stands until a test moves it. */
@ParameterizedClass
@EnumSource(Database.class)
public abstract class PoolRoom {
    /** What a pool shows that was created with a name only; {@code $id} and {@code $schema} are to be put in. */
    static final String DEFAULTS = "{\"UserPool\":{\"AccountRecoverySetting\":{\"RecoveryMechanisms\":["
            + "{\"Name\":\"verified_email\",\"Priority\":1},{\"Name\":\"verified_phone_number\",\"Priority\":2}]},"
            + "\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":false,\"UnusedAccountValidityDays\":7},"
            + "\"Arn\":\"arn:aws:cognito-idp:us-east-1:123456789012:userpool/$id\",\"CreationDate\":1795226400.123,"
            + "\"DeletionProtection\":\"INACTIVE\",\"EmailConfiguration\":{\"EmailSendingAccount\":\"COGNITO_DEFAULT\"},"
            + "\"EstimatedNumberOfUsers\":0,\"Id\":\"$id\",\"LambdaConfig\":{},\"LastModifiedDate\":1795226400.123,"
            + "\"MfaConfiguration\":\"OFF\",\"Name\":\"people\",\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":8,"
            + "\"RequireLowercase\":true,\"RequireNumbers\":true,\"RequireSymbols\":true,\"RequireUppercase\":true,"
            + "\"TemporaryPasswordValidityDays\":7},\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\"]}},"
            + "\"SchemaAttributes\":[$schema],\"UserPoolTags\":{},\"UserPoolTier\":\"ESSENTIALS\","
            + "\"VerificationMessageTemplate\":{\"DefaultEmailOption\":\"CONFIRM_WITH_CODE\"}}}";

    protected final MovableTime time = new MovableTime();
    protected final Randomness randomness = new Randomness(new SecureRandom(), time);
    protected final KeyRing keys =
            KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(new byte[32]));

    @Parameter
    protected @Nullable Database database;

    @TempDir
    private Path folder;

    protected Store store;
    protected Pools pools;
    protected Api api;

    @BeforeEach
    final void openTheStore() {
        store = Objects.requireNonNull(database).open(folder);
        pools = node(Runnable::run);
        api = new Api(pools.operations(new PageTokens(keys, time), SchemaUse.NONE));
    }

    @AfterEach
    final void closeTheStore() {
        store.close();
    }

    /** One more server on the same store; what it has for the background goes to the executor. */
    final Pools node(Executor background) {
        PoolSettings settings = new PoolSettings("123456789012", Duration.ofSeconds(1));
        return new Pools(store, time, randomness, settings, new Surroundings(time, background));
    }

    final EveryTable everyTable() {
        return new EveryTable(store, Objects.requireNonNull(database));
    }

    final String describe(String id) {
        return api.answer("DescribeUserPool", "{\"UserPoolId\":\"" + id + "\"}");
    }
}
