package dev.cognate.codegen;

import static dev.cognate.codegen.JavaFile.quoted;

import java.util.List;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.HttpErrorTrait;

/** Writes an error of the model as an exception class. */
final class FaultWriter {
    private final Api api;

    FaultWriter(Api api) {
        this.api = api;
    }

    JavaFile write(StructureShape shape) {
        String name = shape.getId().getName();
        int status = shape.expectTrait(HttpErrorTrait.class).getCode();
        List<MemberShape> extra = shape.members().stream()
                .filter(member -> !member.getMemberName().equalsIgnoreCase("message"))
                .toList();
        JavaFile file = new JavaFile(Main.FAULT);
        file.line("import dev.cognate.wire.Fault;");
        if (!extra.isEmpty()) {
            file.line("import dev.cognate.wire.JsonOutput;");
            extra.stream()
                    .filter(member -> api.target(member).isEnumShape())
                    .forEach(member -> file.line(
                            "import " + Main.MODEL + "." + member.getTarget().getName() + ";"));
            file.line("import org.jspecify.annotations.Nullable;");
        }
        file.blank().doc("The error {@code " + name + "} of the model, HTTP status " + status + ".");
        file.line("public final class " + name + " extends Fault {");
        extra.forEach(
                member -> file.line("private final transient @Nullable " + type(member) + " " + field(member) + ";"));
        file.blank().doc("The error with what the client is told.");
        file.line("public " + name + "(String message) {");
        if (extra.isEmpty()) {
            file.line("super(" + quoted(name) + ", " + status + ", message);").line("}");
        } else {
            file.line("this(message" + ", null".repeat(extra.size()) + ");").line("}");
            withMembers(file, name, status, extra);
        }
        return file.line("}");
    }

    private void withMembers(JavaFile file, String name, int status, List<MemberShape> extra) {
        StringBuilder parameters = new StringBuilder();
        extra.forEach(member -> parameters
                .append(", @Nullable ")
                .append(type(member))
                .append(' ')
                .append(field(member)));
        file.blank().doc("The error with what the client is told and its further members, null for absent ones.");
        file.line("public " + name + "(String message" + parameters + ") {");
        file.line("super(" + quoted(name) + ", " + status + ", message);");
        extra.forEach(member -> file.line("this." + field(member) + " = " + field(member) + ";"));
        file.line("}").blank().line("@Override").line("public void writeMembers(JsonOutput out) {");
        extra.forEach(
                member -> file.line("out.member(" + quoted(member.getMemberName()) + ", " + field(member) + ");"));
        file.line("}");
    }

    private String type(MemberShape member) {
        return new MemberCode(api).type(member);
    }

    private static String field(MemberShape member) {
        return Names.component(member.getMemberName());
    }
}
