package dev.cognate.codegen;

import static dev.cognate.codegen.JavaFile.quoted;

import java.util.stream.Collectors;
import software.amazon.smithy.model.shapes.OperationShape;

/** Writes the list of all operations. */
final class OperationsWriter {
    private final Api api;

    OperationsWriter(Api api) {
        this.api = api;
    }

    JavaFile write() {
        JavaFile file = new JavaFile(Main.MODEL);
        file.line("import dev.cognate.wire.NoOutput;");
        file.line("import dev.cognate.wire.OperationModel;");
        file.line("import java.util.List;");
        file.line("import java.util.Set;").blank();
        file.doc("All " + api.operations().size() + " operations of the model.");
        file.line("public final class Operations {");
        for (OperationShape operation : api.operations()) {
            constant(file, operation);
        }
        file.doc("Every operation, by name.");
        file.line("public static final List<OperationModel<?, ?>> ALL = List.of("
                + api.operations().stream()
                        .map(operation -> Names.constant(operation.getId().getName()))
                        .collect(Collectors.joining(", "))
                + ");");
        return file.blank().line("private Operations() {}").line("}");
    }

    private void constant(JavaFile file, OperationShape operation) {
        String name = operation.getId().getName();
        String input = operation.getInputShape().getName();
        String output = operation.getOutputShape().equals(Api.UNIT)
                ? "NoOutput"
                : operation.getOutputShape().getName();
        String errors = operation.getErrorsSet().stream()
                .map(error -> quoted(error.getName()))
                .collect(Collectors.joining(", "));
        file.doc("{@code " + name + "}, " + (api.signed(operation) ? "signed." : "unsigned."));
        file.line("public static final OperationModel<" + input + ", " + output + "> " + Names.constant(name)
                + " = new OperationModel<>(" + quoted(name) + ", " + api.signed(operation) + ", " + input
                + "::read, Set.of(" + errors + "));");
        file.blank();
    }
}
