package dev.cognate.app;

import dev.cognate.store.SealKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command that opens the store, beside a server that may be running, does its work, and closes the store. */
final class StoreCommand implements Callable<Integer> {
    private final CommandSpec spec;
    private final Work work;
    private boolean makesStore = true;

    /** What is done; the result is the exit status. */
    @FunctionalInterface
    interface Work {
        int with(CommandLine.ParseResult parsed, Cognate.Ground ground);
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

    /** Of use only where there is a store: none is made. */
    StoreCommand onExistingStore() {
        makesStore = false;
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
        Startup startup = new Startup(SettingOptions.settings(parsed));
        Cognate.Ground ground = makesStore ? startup.visit() : startup.visitExisting();
        try {
            new SealKeys(ground.store(), ground.clock()).admit(ground.keys());
            return work.with(parsed, ground);
        } finally {
            ground.store().close();
        }
    }
}
