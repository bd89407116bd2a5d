package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.Case;
import dev.cognate.cli.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Cases for every operation, made from the tables: with what is required, with everything, and with an error. */
final class GeneratedCases {
    /** Operations that are younger than the recorded version 1. */
    static final Set<String> YOUNGER = Set.of(
            "admin-delete-software-token",
            "admin-get-user-auth-factors",
            "admin-list-user-sessions",
            "admin-revoke-user-session",
            "create-user-pool-replica",
            "delete-user-pool-replica",
            "describe-terms-by-client",
            "get-client-token",
            "get-provisioned-limit",
            "get-user-pool-client-session-configuration",
            "get-user-pool-session-configuration",
            "list-user-pool-replicas",
            "list-user-sessions",
            "revoke-user-session",
            "set-user-pool-client-session-configuration",
            "set-user-pool-session-configuration",
            "update-provisioned-limit",
            "update-user-pool-replica");

    /** Operations whose requests or answers have members that are younger. */
    static final Set<String> CHANGED = Set.of(
            "admin-respond-to-auth-challenge",
            "create-identity-provider",
            "create-resource-server",
            "create-user-import-job",
            "create-user-pool",
            "create-user-pool-client",
            "create-user-pool-domain",
            "describe-identity-provider",
            "describe-resource-server",
            "describe-user-import-job",
            "describe-user-pool",
            "describe-user-pool-client",
            "describe-user-pool-domain",
            "get-identity-provider-by-identifier",
            "get-user-pool-mfa-config",
            "list-resource-servers",
            "list-user-import-jobs",
            "list-user-pool-clients",
            "list-user-pools",
            "respond-to-auth-challenge",
            "revoke-token",
            "set-user-pool-mfa-config",
            "start-user-import-job",
            "stop-user-import-job",
            "update-identity-provider",
            "update-resource-server",
            "update-user-pool",
            "update-user-pool-client",
            "update-user-pool-domain");

    private static final String ERROR = "400 {\"__type\":\"InvalidParameterException\",\"message\":\"No.\"}";

    private GeneratedCases() {}

    /** The cases that version 1 can be asked about, file by file. */
    static Map<String, List<Case>> recorded() {
        Map<String, List<Case>> files = new LinkedHashMap<>();
        for (ApiOperation operation : operations()) {
            String option = operation.option();
            if (YOUNGER.contains(option)) {
                continue;
            }
            List<String> required = Samples.required(operation);
            add(files, "errors", option, ERROR, required);
            add(files, "missing", option, answer(operation), List.of());
            if (CHANGED.contains(option)) {
                continue;
            }
            add(files, "json", option, answer(operation), required, "--output", "json");
            add(files, "text", option, answer(operation), required, "--output", "text");
            add(files, "table", option, answer(operation), required, "--output", "table");
            add(files, "everything", option, "200 {}", List.of(), "--cli-input-json", everything(operation));
            add(files, "skeletons", option, answer(operation), List.of(), "--generate-cli-skeleton");
            add(files, "answers", option, answer(operation), required, "--generate-cli-skeleton", "output");
        }
        return files;
    }

    /** The cases that only this program can be asked about, file by file. */
    static Map<String, List<Case>> own() {
        Map<String, List<Case>> files = new LinkedHashMap<>();
        for (ApiOperation operation : operations()) {
            String option = operation.option();
            List<String> required = Samples.required(operation);
            if (YOUNGER.contains(option)) {
                add(files, "errors", option, ERROR, required);
                add(files, "missing", option, answer(operation), List.of());
            }
            if (YOUNGER.contains(option) || CHANGED.contains(option)) {
                add(files, "json", option, answer(operation), required, "--output", "json");
                add(files, "text", option, answer(operation), required, "--output", "text");
                add(files, "everything", option, "200 {}", List.of(), "--cli-input-json", everything(operation));
            }
        }
        return files;
    }

    private static List<ApiOperation> operations() {
        OperationTable table = new OperationTable();
        return table.options().stream()
                .map(option -> Objects.requireNonNull(table.find(option)))
                .toList();
    }

    private static String answer(ApiOperation operation) {
        return "200 " + JsonWriter.compact(Samples.of(operation.output(), ""));
    }

    private static String everything(ApiOperation operation) {
        return JsonWriter.compact(Samples.of(operation.input(), ""));
    }

    private static void add(
            Map<String, List<Case>> files,
            String file,
            String option,
            String answer,
            List<String> required,
            String... more) {
        List<String> words = new ArrayList<>(List.of("cognito-idp", option));
        words.addAll(required);
        words.addAll(List.of(more));
        files.computeIfAbsent(file, _ -> new ArrayList<>())
                .add(new Case(option, words, List.of(answer), "", "", "", 0));
    }
}
