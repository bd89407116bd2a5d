package dev.cognate.codegen;

import static dev.cognate.codegen.JavaFile.quoted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.StructureShape;

/** Writes a structure as a record that reads itself from JSON, checks its constraints, and writes itself. */
final class StructureWriter {
    /** A record with at least so many components gets a builder: a call with many nulls cannot be read. */
    private static final int BUILDER_FROM = 5;

    /** From here on a text in a sum is continued on the next line. */
    private static final int LONG_TEXT = 60;

    private final Api api;
    private final MemberCode members;

    StructureWriter(Api api) {
        this.api = api;
        this.members = new MemberCode(api);
    }

    JavaFile write(StructureShape shape) {
        String name = shape.getId().getName();
        List<MemberShape> all = List.copyOf(shape.members());
        JavaFile file = new JavaFile(Main.MODEL);
        imports(file, all);
        file.doc("The structure {@code " + name + "} of the model.");
        file.line("public record " + name + "(" + components(all) + ") implements Shape {")
                .blank();
        reader(file, name, all);
        writer(file, all);
        if (api.secret(shape) || all.stream().anyMatch(member -> api.secret(api.target(member)))) {
            masked(file, shape, all);
        }
        if (all.size() >= BUILDER_FROM) {
            builder(file, name, all);
        }
        return file.line("}");
    }

    private void imports(JavaFile file, List<MemberShape> all) {
        List<String> types = all.stream().map(member -> members.type(member)).toList();
        List<String> imports = new ArrayList<>();
        for (String wire : List.of("Blob", "Document")) {
            if (types.contains(wire)) {
                imports.add("dev.cognate.wire." + wire);
            }
        }
        imports.addAll(List.of(
                "dev.cognate.wire.JsonInput",
                "dev.cognate.wire.JsonOutput",
                "dev.cognate.wire.Path",
                "dev.cognate.wire.Shape",
                "dev.cognate.wire.Violations"));
        if (types.contains("Instant")) {
            imports.add("java.time.Instant");
        }
        if (types.stream().anyMatch(type -> type.startsWith("List<"))) {
            imports.add("java.util.List");
        }
        if (types.stream().anyMatch(type -> type.startsWith("Map<"))) {
            imports.add("java.util.Map");
        }
        if (all.stream().anyMatch(member -> !member.isRequired()) || all.size() >= BUILDER_FROM) {
            imports.add("org.jspecify.annotations.Nullable");
        }
        imports.stream().sorted(Comparator.naturalOrder()).forEach(each -> file.line("import " + each + ";"));
        file.blank();
    }

    private String components(List<MemberShape> all) {
        return all.stream().map(this::component).collect(Collectors.joining(", "));
    }

    private String component(MemberShape member) {
        return (member.isRequired() ? "" : "@Nullable ") + members.type(member) + " "
                + Names.component(member.getMemberName());
    }

    private void reader(JavaFile file, String name, List<MemberShape> all) {
        file.doc("Reads this structure and notes the constraints that it breaks.");
        file.line("public static " + name + " read(JsonInput in, Path at, Violations v) {");
        for (MemberShape member : all) {
            file.line(members.type(member) + " " + Names.component(member.getMemberName()) + " = null;");
        }
        file.line("for (String member = in.nextMember(); member != null; member = in.nextMember()) {");
        if (all.isEmpty()) {
            file.line("in.skip();");
        } else {
            file.line("switch (member) {");
            for (MemberShape member : all) {
                file.line("case " + quoted(member.getMemberName()) + " -> " + Names.component(member.getMemberName())
                        + " = " + members.read(member) + ";");
            }
            file.line("default -> in.skip();").line("}");
        }
        file.line("}");
        for (MemberShape member : all) {
            if (member.isRequired()) {
                file.line("v.required(at, " + quoted(api.path(member)) + ", " + Names.component(member.getMemberName())
                        + ", " + api.masked(api.target(member)) + ");");
            }
        }
        file.line("return new " + name + "(" + arguments(all) + ");").line("}").blank();
    }

    private void writer(JavaFile file, List<MemberShape> all) {
        file.line("@Override").line("public void write(JsonOutput out) {").line("out.beginObject();");
        all.stream()
                .sorted(Comparator.comparing(MemberShape::getMemberName))
                .forEach(member -> file.line("out.member(" + quoted(member.getMemberName()) + ", "
                        + Names.component(member.getMemberName()) + ");"));
        file.line("out.endObject();").line("}");
    }

    private void masked(JavaFile file, StructureShape shape, List<MemberShape> all) {
        file.blank().doc("All members, secrets as {@code ***}.");
        file.line("@Override").line("public String toString() {");
        file.sum("return ", printed(shape, all), ";").line("}");
    }

    /** The summands of the printed form; neighbouring texts are one, unless it grows too long. */
    private List<String> printed(StructureShape shape, List<MemberShape> all) {
        List<String> summands = new ArrayList<>();
        String text = shape.getId().getName() + "[";
        String separator = "";
        for (MemberShape member : all) {
            if (text.length() > LONG_TEXT) {
                summands.add(quoted(text));
                text = "";
            }
            String name = Names.component(member.getMemberName());
            if (api.secret(shape) || api.secret(api.target(member))) {
                text += separator + name + "=***";
            } else {
                summands.add(quoted(text + separator + name + "=") + " + " + name);
                text = "";
            }
            separator = ", ";
        }
        summands.add(quoted(text + "]"));
        return summands;
    }

    private void builder(JavaFile file, String name, List<MemberShape> all) {
        file.blank().doc("A builder without any member.");
        file.line("public static Builder builder() {")
                .line("return new Builder();")
                .line("}");
        file.blank().doc("A builder with the members of this structure.");
        file.line("public Builder toBuilder() {").line("Builder builder = new Builder();");
        for (MemberShape member : all) {
            String component = Names.component(member.getMemberName());
            file.line("builder." + component + " = " + component + ";");
        }
        file.line("return builder;").line("}").blank();
        file.doc("Gathers the members of a {@link " + name + "}. Not safe for use by several threads.");
        file.line("public static final class Builder {");
        for (MemberShape member : all) {
            file.line(
                    "private @Nullable " + members.type(member) + " " + Names.component(member.getMemberName()) + ";");
        }
        file.blank().line("private Builder() {}");
        for (MemberShape member : all) {
            String component = Names.component(member.getMemberName());
            file.blank().doc("Sets {@code " + member.getMemberName() + "}; null leaves it out.");
            file.line("public Builder " + component + "(@Nullable " + members.type(member) + " " + component + ") {");
            file.line("this." + component + " = " + component + ";")
                    .line("return this;")
                    .line("}");
        }
        file.blank().doc("The structure.");
        file.line("public " + name + " build() {");
        file.line("return new " + name + "(" + arguments(all) + ");").line("}").line("}");
    }

    private static String arguments(List<MemberShape> all) {
        return all.stream()
                .map(member -> Names.component(member.getMemberName()))
                .collect(Collectors.joining(", "));
    }
}
