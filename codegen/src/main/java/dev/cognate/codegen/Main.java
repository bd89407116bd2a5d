package dev.cognate.codegen;

import java.nio.file.Path;
import software.amazon.smithy.model.Model;

/** Reads the Smithy model of a folder and writes Java sources and the command line's tables. */
public final class Main {
    static final String MODEL = "dev.cognate.wire.model";
    static final String FAULT = "dev.cognate.wire.fault";

    private Main() {}

    /**
     * Runs the generator.
     *
     * @param args the folder of the model, the folder for sources, the folder for resources
     */
    public static void main(String[] args) {
        generate(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    static void generate(Path smithy, Path sources, Path resources) {
        Api api = Api.of(load(smithy));
        Path model = sources.resolve(MODEL.replace('.', '/'));
        Path fault = sources.resolve(FAULT.replace('.', '/'));
        StructureWriter structures = new StructureWriter(api);
        api.structures()
                .forEach(shape ->
                        structures.write(shape).save(model, shape.getId().getName()));
        EnumWriter enums = new EnumWriter(api);
        api.enums()
                .forEach(shape -> enums.write(shape).save(model, shape.getId().getName()));
        FaultWriter faults = new FaultWriter(api);
        api.errors()
                .forEach(shape -> faults.write(shape).save(fault, shape.getId().getName()));
        new RulesWriter(api).write().save(model, "Rules");
        new OperationsWriter(api).write().save(model, "Operations");
        packageInfo(model, MODEL, "The shapes and operations of the API, generated from its Smithy model.");
        packageInfo(fault, FAULT, "The errors of the API, generated from its Smithy model.");
        new CliTables(api, resources.resolve("dev/cognate/wire/cli")).write();
    }

    private static Model load(Path smithy) {
        return Model.assembler(Main.class.getClassLoader())
                .discoverModels(Main.class.getClassLoader())
                .addImport(smithy)
                .assemble()
                .unwrap();
    }

    private static void packageInfo(Path folder, String name, String sentence) {
        String text = "/** " + sentence + " */\n@NullMarked\npackage " + name
                + ";\n\nimport org.jspecify.annotations.NullMarked;\n";
        JavaFile.write(folder.resolve("package-info.java"), text);
    }
}
