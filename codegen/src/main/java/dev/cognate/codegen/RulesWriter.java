package dev.cognate.codegen;

import static dev.cognate.codegen.JavaFile.quoted;

import java.util.Optional;
import software.amazon.smithy.model.shapes.StringShape;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.PatternTrait;

/** Writes what the model demands of each kind of string. */
final class RulesWriter {
    private final Api api;

    RulesWriter(Api api) {
        this.api = api;
    }

    JavaFile write() {
        JavaFile file = new JavaFile(Main.MODEL);
        file.line("import dev.cognate.wire.StringRule;").blank();
        file.doc("What the model demands of each kind of string.");
        file.line("final class Rules {");
        for (StringShape shape : api.strings()) {
            Optional<LengthTrait> length = shape.getTrait(LengthTrait.class);
            String pattern = shape.getTrait(PatternTrait.class)
                    .map(trait -> quoted(trait.getValue()))
                    .orElse("null");
            file.line("static final StringRule " + Names.constant(shape.getId().getName()) + " = new StringRule("
                    + limit(length.flatMap(LengthTrait::getMin)) + ", " + limit(length.flatMap(LengthTrait::getMax))
                    + ", " + pattern + ", " + api.masked(shape) + ");");
        }
        return file.blank().line("private Rules() {}").line("}");
    }

    private static String limit(Optional<Long> length) {
        return length.map(String::valueOf).orElse("StringRule.NO_LIMIT");
    }
}
