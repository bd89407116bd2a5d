package dev.cognate.app;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.UsernameExistsException;
import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.SignUpRequest;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.List;

/** The pool, the client and the user that the documentation's examples are about. */
final class Demo {
    static final String POOL = "us-east-1_COGNATE01";
    static final String CLIENT = "12a3b456c7de890f11g123hijk";
    static final String USER = "jane";

    private static final String PASSWORD = "Jane-Has-1-Password";
    private static final Call CALL =
            new Call("00000000-0000-4000-8000-000000000000", "us-east-1", "127.0.0.1", null, null);

    private final Cognate cognate;

    Demo(Cognate cognate) {
        this.cognate = cognate;
    }

    /** Makes what is not there yet. */
    void prepare() {
        PoolId pool = new PoolId(POOL);
        if (cognate.rooms().pools().find(pool) == null) {
            cognate.rooms()
                    .pools()
                    .create(
                            pool,
                            CreateUserPoolRequest.builder()
                                    .poolName("demo")
                                    .autoVerifiedAttributes(List.of(VerifiedAttributeType.EMAIL))
                                    .build());
            cognate.rooms()
                    .clients()
                    .create(
                            new ClientId(CLIENT),
                            CreateUserPoolClientRequest.builder()
                                    .userPoolId(POOL)
                                    .clientName("demo")
                                    .build());
        }
        signUp();
    }

    private void signUp() {
        try {
            cognate.rooms()
                    .signup()
                    .signUp(
                            SignUpRequest.builder()
                                    .clientId(CLIENT)
                                    .username(USER)
                                    .password(PASSWORD)
                                    .userAttributes(List.of(new AttributeType("email", "jane@example.com")))
                                    .build(),
                            CALL);
        } catch (UsernameExistsException fromBefore) {
            // The folder was used before; whatever jane has become since is kept.
            return;
        }
    }
}
