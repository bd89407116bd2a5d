package dev.cognate.app;

import dev.cognate.store.SealKeys;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command that opens the store, beside a server that may be running, does its work, and closes the store. Where there is no
 * store it says so and makes nothing: the settings are those of another place than the server's.
 */
final class StoreCommand implements Callable<Integer> {
    private final CommandSpec spec;
    private final Work work;
    private @Nullable Check beginning;

    /** What is done; the result is the exit status. */
    @FunctionalInterface
    interface Work {
        int with(CommandLine.ParseResult parsed, Cognate.Ground ground);
    }

    /** What is looked at before anything is made; the result is the exit status of words that are wrong, else 0. */
    @FunctionalInterface
    interface Check {
        int of(CommandLine.ParseResult parsed);
    }

    StoreCommand(String name, String description, Work work) {
        this.spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
        this.spec.usageMessage().description(description);
        this.work = work;
        SettingOptions.addTo(spec);
    }

    /** With an option that takes a text. One that is named like a setting takes its place. */
    StoreCommand option(String name, String label, String description) {
        OptionSpec setting = spec.findOption(name);
        if (setting != null) {
            spec.remove(setting);
        }
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** With an option that is said or not. */
    StoreCommand flag(String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
        return this;
    }

    /** Begins a store where there is none, after the words were looked at, and says so. */
    StoreCommand beginningStore(Check words) {
        beginning = words;
        return this;
    }

    /** With one more word that must be given. */
    StoreCommand word(String label) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(String.valueOf(spec.positionalParameters().size()))
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .build());
        return this;
    }

    /** With one word that may be left out. */
    StoreCommand optionalWord(String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    CommandLine line() {
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
        int wrong = beginning == null ? 0 : beginning.of(parsed);
        return wrong == 0 ? onStore(parsed) : wrong;
    }

    private int onStore(CommandLine.ParseResult parsed) {
        Startup startup = new Startup(SettingOptions.settings(parsed));
        Cognate.Ground ground = beginning == null ? startup.visitExisting() : begun(startup);
        try {
            new SealKeys(ground.store(), ground.clock()).admitVisitor(ground.keys());
            return work.with(parsed, ground);
        } finally {
            ground.store().close();
        }
    }

    private Cognate.Ground begun(Startup startup) {
        boolean isNew = !startup.hasStore();
        Cognate.Ground ground = startup.visit();
        if (isNew) {
            spec.commandLine().getErr().println("cognate: A new store was begun in " + startup.place());
        }
        return ground;
    }
}
