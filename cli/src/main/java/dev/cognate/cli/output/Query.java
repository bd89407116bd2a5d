package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.terminal.CliError;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;

/** The JMESPath expression of {@code --query}. Reference: oauth-config D10. */
public final class Query {
    private final @Nullable JmespathExpression expression;

    private Query(@Nullable JmespathExpression expression) {
        this.expression = expression;
    }

    /**
     * The query of this text; without text everything is wanted.
     *
     * @throws CliError.Invalid when the text is no expression
     */
    public static Query of(@Nullable String text) {
        try {
            return new Query(text == null ? null : JmespathExpression.parse(BareLiterals.quoted(text)));
        } catch (JmespathException malformed) {
            throw CliError.Invalid.option(
                    "Bad value for --query " + text + ": Invalid jmespath expression: " + malformed.getMessage());
        }
    }

    /** Whether something is picked at all. */
    boolean picks() {
        return expression != null;
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
        } catch (JmespathException unfit) {
            throw new CliError.General(String.valueOf(unfit.getMessage()));
        }
    }
}
