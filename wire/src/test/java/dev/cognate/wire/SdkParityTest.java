package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * What the official client for Java knows of the API is in ours, by the tables of the command line: every operation, and
 * every member with its name and type. What only ours has (the model is newer than the client) is printed, not failed.
 */
class SdkParityTest {
    private static final Map<String, String> OPTIONS = options();

    /** The operations of the client: its methods that take one request. */
    static Stream<Method> operations() {
        return Stream.of(CognitoIdentityProviderClient.class.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && CognitoIdentityProviderRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && SdkPojo.class.isAssignableFrom(method.getReturnType()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyMemberOfTheClientIsInTheTables(Method operation) {
        JsonNode table = table(option(operation));
        List<String> ours = new ArrayList<>();

        compare(pojo(operation.getParameterTypes()[0]), member(table, "input"), name(operation), ours);
        compare(pojo(operation.getReturnType()), member(table, "output"), name(operation), ours);

        ours.forEach(path -> System.out.println("only in our model: " + path));
    }

    @Test
    void theClientHasAllOperationsButTheNewest() {
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(132);
        assertThat(operations().map(SdkParityTest::name)).allMatch(OPTIONS::containsKey);
        System.out.println("operations only in our model: "
                + (OPTIONS.size() - operations().count()));
    }

    private static void compare(SdkPojo client, JsonNode structure, String path, List<String> ours) {
        assertThat(text(structure, "type")).as(path).isEqualTo("structure");
        Map<String, JsonNode> members = new TreeMap<>();
        member(structure, "members").asArray().forEach(each -> members.put(text(each, "name"), each));
        for (SdkField<?> field : client.sdkFields()) {
            String place = path + "." + field.locationName();
            JsonNode table = members.remove(field.locationName());
            assertThat(table).as(place).isNotNull();
            compare(field, table, place, ours);
        }
        members.keySet().forEach(name -> ours.add(path + "." + name));
    }

    private static void compare(SdkField<?> field, JsonNode table, String path, List<String> ours) {
        assertThat(text(table, "type"))
                .as(path)
                .isEqualTo(type(field.marshallingType().getKnownType()));
        switch (field.marshallingType().getKnownType()) {
            case LIST ->
                compare(field.getTrait(ListTrait.class).memberFieldInfo(), member(table, "element"), path + "[]", ours);
            case MAP ->
                compare(field.getTrait(MapTrait.class).valueFieldInfo(), member(table, "value"), path + "{}", ours);
            case SDK_POJO -> compare(field.constructor().get(), table, path, ours);
            default -> {}
        }
    }

    private static String type(MarshallingKnownType type) {
        return switch (type) {
            case STRING -> "string";
            case INTEGER -> "integer";
            case LONG -> "long";
            case BOOLEAN -> "boolean";
            case INSTANT -> "timestamp";
            case SDK_BYTES -> "blob";
            case DOCUMENT -> "document";
            case LIST -> "list";
            case MAP -> "map";
            case SDK_POJO -> "structure";
            default -> throw new AssertionError("The model has no " + type);
        };
    }

    private static SdkPojo pojo(Class<?> type) {
        try {
            return (SdkPojo) ((SdkBuilder<?, ?>) type.getMethod("builder").invoke(null)).build();
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    private static String name(Method operation) {
        return operation.getParameterTypes()[0].getSimpleName().replaceFirst("Request$", "");
    }

    private static String option(Method operation) {
        String option = OPTIONS.get(name(operation));
        if (option == null) {
            throw new AssertionError("We have no " + name(operation));
        }
        return option;
    }

    private static Map<String, String> options() {
        // The client's classes have acronyms as words: GetCsvHeader.
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        table("operations").asArray().forEach(each -> options.put(text(each, "name"), text(each, "option")));
        return options;
    }

    private static JsonNode table(String name) {
        try (InputStream table = SdkParityTest.class.getResourceAsStream("cli/" + name + ".json")) {
            if (table == null) {
                throw new AssertionError("There is no table " + name);
            }
            return JsonNode.parser().parse(table);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static JsonNode member(JsonNode table, String name) {
        return table.field(name).orElseThrow(() -> new AssertionError("No " + name + " in " + table));
    }

    private static String text(JsonNode table, String name) {
        return member(table, name).asString();
    }
}
