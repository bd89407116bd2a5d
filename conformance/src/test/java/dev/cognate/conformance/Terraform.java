package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terraform with its AWS provider, in a folder of its own: neither a registry is asked nor the user's settings are read. */
final class Terraform {
    /** What the configuration was written for; another version has other arguments. */
    static final String PROVIDER = "5.100.0";

    private static final String SOURCE = "registry.terraform.io/hashicorp/aws";

    private final Path folder;
    private final Map<String, String> environment;

    private Terraform(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** The folder of the provider's program, in one of those where it is looked for; null where there is none. */
    static @Nullable Path provider() {
        return Stream.of(
                        System.getenv("TF_PLUGIN_CACHE_DIR"),
                        System.getProperty("user.home") + "/.terraform.d/plugins",
                        "/usr/local/share/terraform/plugins",
                        "/opt/tf-plugins")
                .filter(Objects::nonNull)
                .map(plugins -> Path.of(plugins, SOURCE, PROVIDER, platform()))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return system + "_" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
    }

    /** Lays a configuration out in an empty folder, for a server. */
    static Terraform in(Path folder, Path configuration, Path provider, String url) throws IOException {
        try (Stream<Path> files = Files.list(configuration)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        // An override needs no lock file, for which each command would read the whole program of the provider.
        Path settings = Files.writeString(folder.resolve("terraform.rc"), """
                provider_installation {
                  dev_overrides {
                    "hashicorp/aws" = "%s"
                  }
                  direct {}
                }
                """.formatted(provider));
        return new Terraform(
                folder,
                Map.of(
                        // The provider describes all of AWS at each start: with little collecting that takes half as
                        // long.
                        "GOGC",
                        "1000",
                        "TF_CLI_CONFIG_FILE",
                        settings.toString(),
                        "TF_IN_AUTOMATION",
                        "1",
                        "CHECKPOINT_DISABLE",
                        "1",
                        "TF_VAR_url",
                        url));
    }

    /** What a command writes that succeeds. */
    String run(String command, String... options) {
        List<String> line = new ArrayList<>(List.of("terraform", "-chdir=" + folder, command));
        line.addAll(List.of(options));
        Shell.Result result = Shell.run(environment, line);
        assertThat(result.status()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    /** Adds a file to the configuration. */
    void add(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
