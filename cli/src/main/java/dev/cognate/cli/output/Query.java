package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.terminal.CliError;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;

/** The JMESPath expression of {@code --query}. Reference: oauth-config D10. */
public final class Query {
    private final String text;
    private final @Nullable JmespathExpression expression;

    private Query(String text, @Nullable JmespathExpression expression) {
        this.text = text;
        this.expression = expression;
    }

    /**
     * The query of this text; without text everything is wanted.
     *
     * @throws CliError.Invalid when the text is no expression
     */
    public static Query of(@Nullable String text) {
        if (text != null && text.isEmpty()) {
            throw CliError.Invalid.option("Bad value for --query : Invalid JMESPath expression: cannot be empty.");
        }
        try {
            return text == null
                    ? new Query("", null)
                    : new Query(text, JmespathExpression.parse(BareLiterals.quoted(text)));
        } catch (StackOverflowError tooDeep) {
            throw CliError.Invalid.option("Bad value for --query: Invalid jmespath expression: nested too deeply");
        } catch (JmespathException malformed) {
            throw CliError.Invalid.option("Bad value for --query " + text + ": Invalid jmespath expression: "
                    + complaint(String.valueOf(text), String.valueOf(malformed.getMessage())));
        }
    }

    /** The library's words, but for an expression that ends too early: those of the AWS command line. */
    private static String complaint(String text, String message) {
        return message.endsWith("found EOF")
                ? "Incomplete expression:\n\"" + text + "\"\n" + " ".repeat(text.length() + 1) + "^"
                : message;
    }

    /**
     * What the expression picks of the answer.
     *
     * @throws CliError.General when a function of the expression is given what it does not take
     */
    JsonValue of(JsonValue answer) {
        if (expression == null) {
            return answer;
        }
        try {
            return expression.evaluate(answer, new JsonRuntime());
        } catch (StackOverflowError tooDeep) {
            throw new CliError.General("The expression of --query is nested too deeply");
        } catch (JmespathException unfit) {
            throw new CliError.General(complaint(unfit));
        }
    }

    /** The AWS command line's words, as far as the library tells what it met: often it names a kind alone. */
    private String complaint(JmespathException unfit) {
        String message = String.valueOf(unfit.getMessage());
        return switch (unfit.getType()) {
            case UNKNOWN_FUNCTION -> "Unknown function: " + message + "()";
            case INVALID_TYPE -> within("invalid type for value", message);
            case INVALID_VALUE -> within("invalid value", message);
            case INVALID_ARITY -> within("wrong number of arguments", message);
            case SYNTAX, OTHER -> within("it cannot be evaluated", message);
        };
    }

    private String within(String what, String detail) {
        return "In --query " + text + ", " + what + (detail.contains(" ") ? ": " + detail : "");
    }
}
