package dev.cognate.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where operations go, for commands that call some. */
public final class ServerOptions {
    @Option(names = "--endpoint-url", paramLabel = "<url>", description = "Where the server is.")
    private @Nullable String endpointUrl;

    @Option(names = "--profile", paramLabel = "<name>", description = "The profile of the AWS configuration.")
    private @Nullable String profile;

    @Option(names = "--region", paramLabel = "<region>", description = "The region that requests belong to.")
    private @Nullable String region;

    @Option(
            names = "--ca-bundle",
            paramLabel = "<file>",
            description = "The authorities that are trusted, PEM; else AWS_CA_BUNDLE.")
    private @Nullable String caBundle;

    @Option(names = "--no-verify-ssl", description = "Trusts any server.")
    private boolean unverified;

    /** The words that say the same to {@code cognito-idp}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        add(words, "--endpoint-url", endpointUrl);
        add(words, "--profile", profile);
        add(words, "--region", region);
        add(words, "--ca-bundle", caBundle);
        if (unverified) {
            words.add("--no-verify-ssl");
        }
        return words;
    }

    private static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.addAll(List.of(option, value));
        }
    }
}
