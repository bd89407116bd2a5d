package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExceptionType;
import software.amazon.smithy.jmespath.RuntimeType;
import software.amazon.smithy.jmespath.evaluation.JmespathRuntime;
import software.amazon.smithy.jmespath.evaluation.NumberType;

/** Lets the JMESPath library work on our JSON. */
final class JsonRuntime implements JmespathRuntime<JsonValue> {
    private static final Nothing NOTHING = new Nothing();

    @Override
    public RuntimeType typeOf(JsonValue value) {
        return switch (value) {
            case Text _ -> RuntimeType.STRING;
            case Whole _, Decimal _ -> RuntimeType.NUMBER;
            case Flag _ -> RuntimeType.BOOLEAN;
            case Nothing _ -> RuntimeType.NULL;
            case Items _ -> RuntimeType.ARRAY;
            case Entries _ -> RuntimeType.OBJECT;
        };
    }

    @Override
    public JsonValue createNull() {
        return NOTHING;
    }

    @Override
    public JsonValue createBoolean(boolean value) {
        return new Flag(value);
    }

    @Override
    public boolean asBoolean(JsonValue value) {
        if (value instanceof Flag(boolean flag)) {
            return flag;
        }
        throw unfit("boolean", value);
    }

    @Override
    public JsonValue createString(String value) {
        return new Text(value);
    }

    @Override
    public String asString(JsonValue value) {
        if (value instanceof Text(String text)) {
            return text;
        }
        throw unfit("string", value);
    }

    @Override
    public JsonValue createNumber(Number value) {
        BigDecimal number = new BigDecimal(value.toString());
        boolean whole = number.stripTrailingZeros().scale() <= 0
                && !(value instanceof Double)
                && !(value instanceof Float)
                && !(value instanceof BigDecimal);
        return whole ? new Whole(number.toBigInteger().toString()) : new Decimal(number.toPlainString());
    }

    @Override
    public NumberType numberType(JsonValue value) {
        return value instanceof Whole ? NumberType.BIG_INTEGER : NumberType.BIG_DECIMAL;
    }

    @Override
    public Number asNumber(JsonValue value) {
        return switch (value) {
            case Whole(String digits) -> new BigDecimal(digits).toBigInteger();
            case Decimal(String digits) -> new BigDecimal(digits);
            case Text _, Flag _, Nothing _, Items _, Entries _ -> throw unfit("number", value);
        };
    }

    @Override
    public int length(JsonValue value) {
        return switch (value) {
            case Text(String text) -> text.codePointCount(0, text.length());
            case Items(List<JsonValue> values) -> values.size();
            case Entries(Map<String, JsonValue> members) -> members.size();
            case Whole _, Decimal _, Flag _, Nothing _ -> throw unfit("string, array or object", value);
        };
    }

    @Override
    public JsonValue element(JsonValue array, int index) {
        List<JsonValue> values = ((Items) array).values();
        int position = index < 0 ? values.size() + index : index;
        return position < 0 || position >= values.size() ? NOTHING : values.get(position);
    }

    @Override
    public JsonValue value(JsonValue object, JsonValue key) {
        JsonValue value = object instanceof Entries entries ? entries.get(asString(key)) : null;
        return value == null ? NOTHING : value;
    }

    @Override
    public Iterable<? extends JsonValue> asIterable(JsonValue value) {
        return switch (value) {
            case Items(List<JsonValue> values) -> values;
            case Entries(Map<String, JsonValue> members) ->
                members.keySet().stream().map(Text::new).toList();
            case Text _, Whole _, Decimal _, Flag _, Nothing _ -> throw unfit("array or object", value);
        };
    }

    @Override
    public ArrayBuilder<JsonValue> arrayBuilder() {
        List<JsonValue> values = new ArrayList<>();
        return new ArrayBuilder<>() {
            @Override
            public void add(JsonValue value) {
                values.add(value);
            }

            @Override
            public void addAll(JsonValue several) {
                asIterable(several).forEach(values::add);
            }

            @Override
            public JsonValue build() {
                return new Items(values);
            }
        };
    }

    @Override
    public ObjectBuilder<JsonValue> objectBuilder() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        return new ObjectBuilder<>() {
            @Override
            public void put(JsonValue key, JsonValue value) {
                members.put(asString(key), value);
            }

            @Override
            public void putAll(JsonValue object) {
                members.putAll(((Entries) object).members());
            }

            @Override
            public JsonValue build() {
                return new Entries(members);
            }
        };
    }

    private JmespathException unfit(String wanted, JsonValue value) {
        return new JmespathException(
                JmespathExceptionType.INVALID_TYPE, "expected " + wanted + ", received " + typeOf(value));
    }
}
