package dev.cognate.cli.terminal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables and the home folder of the person who runs the command. */
public record Environment(Map<String, String> variables, Path home) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * The environment of a process. The home folder is that of the variable {@code HOME}, which whoever runs a command may
     * set, as the AWS command line has it; else that of the account.
     *
     * @param account the home folder of the account
     */
    public static Environment of(Map<String, String> variables, String account) {
        String home = variables.getOrDefault("HOME", "");
        return new Environment(variables, Path.of(home.isEmpty() ? account : home));
    }

    /** The value of the first of these variables that is set and not empty; null when none is. */
    public @Nullable String first(String... names) {
        for (String name : names) {
            String value = variables.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    /** The same environment with another value of a variable. */
    Environment with(String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        return new Environment(all, home);
    }

    /** Names no value: variables hold secrets. */
    @Override
    public String toString() {
        return "Environment[" + variables.size() + " variables, " + home + "]";
    }
}
