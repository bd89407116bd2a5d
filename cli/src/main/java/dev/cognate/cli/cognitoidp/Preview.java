package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What a call would do, in a line or two, while its words are still being written. */
final class Preview {
    private final OperationTable table;
    private final Surroundings surroundings;
    private final HelpTexts texts = new HelpTexts();

    Preview(OperationTable table, Surroundings surroundings) {
        this.table = table;
        this.surroundings = surroundings;
    }

    /** The lines for words behind {@code cognito-idp}; none before they name an operation. */
    List<String> of(List<String> words) {
        int position = CognitoIdp.firstPlainWord(words);
        ApiOperation operation = position < 0 ? null : table.find(words.get(position));
        if (operation == null) {
            return List.of();
        }
        List<String> others = new ArrayList<>(words);
        others.remove(position);
        return List.of(texts.operation(operation.option()), consequence(operation, others));
    }

    private String consequence(ApiOperation operation, List<String> words) {
        try {
            Arguments arguments = ArgumentParser.of(operation, words);
            if (arguments.skeleton() != null) {
                return "Enter prints a sample; nothing is sent.";
            }
            String region = arguments.global(GlobalOption.REGION);
            Settings settings = new Settings(surroundings.environment(), arguments.global(GlobalOption.PROFILE));
            Endpoint endpoint = settings.endpoint(arguments.global(GlobalOption.ENDPOINT_URL), region);
            boolean signed = operation.signed() && !arguments.has(GlobalOption.NO_SIGN_REQUEST);
            return "Enter sends " + operation.name() + " to " + endpoint
                    + (signed ? ", signed for " + settings.region(region, endpoint) : ", unsigned") + ".";
        } catch (CliError wanting) {
            String message = wanting.details().message();
            return "Not yet: " + message.lines().findFirst().orElse("");
        }
    }
}
