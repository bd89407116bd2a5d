package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.app.Answers;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Handler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wire without the network: operations by name, bodies in, bodies out. */
public final class Api {
    /** Where requests go unless said otherwise. */
    public static final String REGION = "us-east-1";

    private final Map<String, Handler<?, ?>> handlers = new HashMap<>();
    private final Answers answers = new Answers();

    /** These operations. */
    @SafeVarargs
    public Api(List<Handler<?, ?>>... rooms) {
        for (List<Handler<?, ?>> room : rooms) {
            room.forEach(handler -> handlers.put(handler.model().name(), handler));
        }
    }

    /** The answer to a request. */
    public String answer(String operation, String body) {
        return answer(operation, body, REGION);
    }

    /** The answer to a request to a region. */
    public String answer(String operation, String body, String region) {
        Call call = new Call("00000000-0000-4000-8000-000000000000", region, "192.0.2.1", null, "AKIAEXAMPLE");
        try {
            byte[] answer = handler(operation).answer(body.getBytes(StandardCharsets.UTF_8), call);
            answers.note(operation, Answers.SUCCESS);
            return new String(answer, StandardCharsets.UTF_8);
        } catch (Fault refusal) {
            answers.note(operation, refusal.type());
            throw refusal;
        }
    }

    /** The refusal of a request, as {@code Type: message}; it must be one that the model lists. */
    public String refusal(String operation, String body) {
        return refusal(operation, body, REGION);
    }

    /** The refusal of a request to a region. */
    public String refusal(String operation, String body, String region) {
        Fault fault = assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> answer(operation, body, region))
                .actual();
        assertThat(handler(operation).model().errors()).contains(fault.type());
        return fault.type() + ": " + fault.getMessage();
    }

    private Handler<?, ?> handler(String operation) {
        return Objects.requireNonNull(handlers.get(operation), operation);
    }

    /** Creates a pool from the members of a request beside its name; returns its id. */
    public String pool(String members) {
        return member(
                "Id",
                answer("CreateUserPool", "{\"PoolName\":\"people\"" + (members.isEmpty() ? "" : ",") + members + "}"));
    }

    /** The first string member of that name in a body. */
    public static String member(String name, String body) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
        if (!matcher.find()) {
            throw new AssertionError("No " + name + " in " + body);
        }
        return matcher.group(1);
    }
}
