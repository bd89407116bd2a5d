package dev.cognate.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No generated record prints a secret. What is secret is read here from the text of the model, apart from the generator:
 * the shapes marked so, and structures of them.
 */
class SecretsTest {
    private static final Path MODEL = Path.of("src/main/smithy/cognito-idp.smithy");
    private static final Pattern DECLARATION =
            Pattern.compile("((?:^@.*\\R)*)^(structure|string|map|list) (\\w+)(?: \\{([^}]*)})?", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("^ +(\\w+): (\\w+)", Pattern.MULTILINE);

    /** A shape of the model as its text gives it: whether it is marked, and its members' shapes. */
    private record Declared(boolean marked, String kind, Map<String, String> members) {}

    private static final Map<String, Declared> SHAPES = declared();

    static Stream<Class<? extends Record>> records() {
        return Shapes.records().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends Record> void aRecordPrintsAllButItsSecrets(Class<T> type) {
        Set<String> shown = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        T record = Shapes.filled(type, component -> {
            String value = "<" + type.getSimpleName() + "." + component.getName() + ">";
            if (isText(component.getGenericType())) {
                (isSecret(type.getSimpleName(), component.getName()) ? hidden : shown).add(value);
            }
            return text(component.getGenericType(), value);
        });

        assertThat(shown).allMatch(record.toString()::contains);
        assertThat(hidden).noneMatch(record.toString()::contains);
    }

    @Test
    void theModelHasTheSecretsThatItShould() {
        assertThat(SHAPES.values().stream().filter(Declared::marked)).hasSizeGreaterThan(17);
        for (String member : List.of(
                "SignUpRequest.password",
                "SignUpRequest.username",
                "SignUpRequest.secretHash",
                "AttributeType.value",
                "ChangePasswordRequest.previousPassword",
                "ConfirmSignUpRequest.confirmationCode",
                "GetUserRequest.accessToken",
                "AuthenticationResultType.refreshToken",
                "UserContextDataType.ipAddress",
                "InitiateAuthRequest.authParameters",
                "SignUpRequest.clientMetadata",
                "UserPoolClientType.clientSecret",
                "GetClientTokenRequest.secret",
                "RevokeUserSessionRequest.accessToken",
                "AssociateSoftwareTokenResponse.secretCode",
                "DeviceSecretVerifierConfigType.passwordVerifier",
                "ClientAuthenticationResultType.accessToken")) {
            assertThat(isSecret(member.split("\\.", 2)[0], member.split("\\.", 2)[1]))
                    .as(member)
                    .isTrue();
        }
    }

    private static boolean isSecret(String structure, String component) {
        Declared declared = requireNonNull(SHAPES.get(structure), structure);
        String shape = declared.members.entrySet().stream()
                .filter(member -> member.getKey()
                        .toLowerCase(Locale.ROOT)
                        .equals(component.replace("_", "").toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        return declared.marked || isSecret(shape);
    }

    private static boolean isSecret(String shape) {
        Declared declared = SHAPES.get(shape);
        return declared != null
                && (declared.marked
                        || (!declared.kind.equals("structure")
                                && declared.members.values().stream().anyMatch(SecretsTest::isSecret)));
    }

    private static boolean isText(Type type) {
        return type.equals(String.class)
                || (type instanceof ParameterizedType generic
                        && Stream.of(generic.getActualTypeArguments()).allMatch(String.class::equals));
    }

    private static @Nullable Object text(Type type, String value) {
        if (!isText(type)) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType().equals(List.class) ? List.of(value) : Map.of("k", value);
        }
        return value;
    }

    private static Map<String, Declared> declared() {
        try {
            Map<String, Declared> shapes = new HashMap<>();
            Matcher declarations = DECLARATION.matcher(Files.readString(MODEL));
            while (declarations.find()) {
                boolean marked = declarations.group(1).contains("@sensitive")
                        || declarations.group(1).contains("@secret");
                Map<String, String> members = new HashMap<>();
                Matcher member = MEMBER.matcher(declarations.group(4) == null ? "" : declarations.group(4));
                while (member.find()) {
                    members.put(member.group(1), member.group(2));
                }
                shapes.put(declarations.group(3), new Declared(marked, declarations.group(2), members));
            }
            return shapes;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
