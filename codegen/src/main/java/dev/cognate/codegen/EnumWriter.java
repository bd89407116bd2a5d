package dev.cognate.codegen;

import static dev.cognate.codegen.JavaFile.literals;
import static dev.cognate.codegen.JavaFile.quoted;

import java.util.Iterator;
import java.util.Map;
import software.amazon.smithy.model.shapes.EnumShape;

/** Writes an enumeration of the model as a Java enum that knows its texts on the wire. */
final class EnumWriter {
    private final Api api;

    EnumWriter(Api api) {
        this.api = api;
    }

    JavaFile write(EnumShape shape) {
        String name = shape.getId().getName();
        JavaFile file = new JavaFile(Main.MODEL);
        file.line("import dev.cognate.wire.WireEnum;")
                .line("import org.jspecify.annotations.Nullable;")
                .blank();
        file.doc("The enumeration {@code " + name + "} of the model.");
        file.line("public enum " + name + " implements WireEnum {");
        for (Iterator<Map.Entry<String, String>> values =
                        shape.getEnumValues().entrySet().iterator();
                values.hasNext(); ) {
            Map.Entry<String, String> value = values.next();
            file.doc("On the wire: {@code " + value.getValue() + "}.");
            file.line(value.getKey() + "(" + quoted(value.getValue()) + ")" + (values.hasNext() ? "," : ";"));
        }
        file.blank().line("/** All values as validation messages print them. */");
        file.sum("static final String PRINTED = ", literals(api.printed(shape)), ";")
                .blank();
        file.line("private final String wire;").blank();
        file.line(name + "(String wire) {").line("this.wire = wire;").line("}").blank();
        file.line("@Override")
                .line("public String wire() {")
                .line("return wire;")
                .line("}")
                .blank();
        file.doc("The value that the text stands for, null when there is none.");
        file.line("public static @Nullable " + name + " of(String wire) {").line("return switch (wire) {");
        shape.getEnumValues().forEach((key, value) -> file.line("case " + quoted(value) + " -> " + key + ";"));
        file.line("default -> null;").line("};").line("}").blank();
        // Validation messages print lists of values: they show what was on the wire.
        file.line("@Override")
                .line("public String toString() {")
                .line("return wire;")
                .line("}");
        return file.line("}");
    }
}
