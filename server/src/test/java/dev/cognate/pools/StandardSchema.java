package dev.cognate.pools;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The standard attributes as the service prints them (oauth-config B1.1), written down apart from the program. */
final class StandardSchema {
    static final String JSON = Stream.of(
                    "sub:1",
                    "name",
                    "given_name",
                    "family_name",
                    "middle_name",
                    "nickname",
                    "preferred_username",
                    "profile",
                    "picture",
                    "website",
                    "email",
                    "email_verified:B",
                    "gender",
                    "birthdate:10",
                    "zoneinfo",
                    "locale",
                    "phone_number",
                    "phone_number_verified:B",
                    "address",
                    "updated_at:N")
            .map(StandardSchema::json)
            .collect(Collectors.joining(","));

    private StandardSchema() {}

    private static String json(String shorthand) {
        String name = shorthand.replaceFirst(":.*", "");
        return switch (shorthand.substring(name.length())) {
            case ":1" ->
                "{\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":false,\"Mutable\":false,\"Name\":\"sub\","
                        + "\"Required\":true,\"StringAttributeConstraints\":{\"MaxLength\":\"2048\",\"MinLength\":\"1\"}}";
            case ":B" -> common("Boolean", name) + ",\"Required\":false}";
            case ":N" ->
                common("Number", name) + ",\"NumberAttributeConstraints\":{\"MinValue\":\"0\"},\"Required\":false}";
            case ":10" -> text(name, "10", "10");
            default -> text(name, "0", "2048");
        };
    }

    private static String text(String name, String min, String max) {
        return common("String", name) + ",\"Required\":false,\"StringAttributeConstraints\":{\"MaxLength\":\"" + max
                + "\",\"MinLength\":\"" + min + "\"}}";
    }

    private static String common(String type, String name) {
        return "{\"AttributeDataType\":\"" + type + "\",\"DeveloperOnlyAttribute\":false,\"Mutable\":true,\"Name\":\""
                + name + "\"";
    }
}
