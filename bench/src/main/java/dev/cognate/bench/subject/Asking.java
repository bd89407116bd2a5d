package dev.cognate.bench.subject;

import dev.cognate.bench.load.Script;
import java.util.function.LongFunction;

/** The operations that are measured, as scripts for one server. */
public final class Asking {
    private Asking() {}

    /** ResendConfirmationCode for the users of a draw. */
    public static Script resend(Server server, Names.Draw draw) {
        return Script.of("ResendConfirmationCode", place -> """
                {"ClientId": "%s", "Username": "%s"}""".formatted(server.client(), draw.username(place)));
    }

    /** SignUp of users with new names. */
    public static Script signUp(Server server, LongFunction<String> names) {
        return Script.of("SignUp", number -> """
                {"ClientId": "%1$s", "Username": "%2$s", "Password": "Everybody-has-1-password", \
                "UserAttributes": [{"Name": "email", "Value": "%2$s@example.com"}]}""".formatted(server.client(), names.apply(number)));
    }

    /** AdminGetUser for the users of a draw. */
    public static Script adminGetUser(Server server, Names.Draw draw) {
        return Script.of("AdminGetUser", place -> """
                {"UserPoolId": "%s", "Username": "%s"}""".formatted(server.pool(), draw.username(place)));
    }

    /** ListUsers: the first page of sixty. */
    public static Script listUsers(Server server) {
        return Script.of("ListUsers", _ -> """
                {"UserPoolId": "%s", "Limit": 60}""".formatted(server.pool()));
    }

    /** ListUsers by the e-mail address of the users of a draw. */
    public static Script listByEmail(Server server, Names.Draw draw) {
        return Script.of("ListUsers", place -> """
                {"UserPoolId": "%s", "Filter": "email = \\"%s\\""}""".formatted(server.pool(), draw.email(place)));
    }
}
