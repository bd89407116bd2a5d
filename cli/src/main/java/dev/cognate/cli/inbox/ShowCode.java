package dev.cognate.cli.inbox;

import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cognate inbox code}: nothing but the newest code, for scripts. */
@Command(
        name = "code",
        description = "Prints just the code of the newest message that has one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cognate inbox code --username jane",
            "  cognate inbox code --username jane --user-pool-id us-east-1_COGNATE01",
            "  cognate cognito-idp confirm-sign-up --client-id 12a3b456c7de890f11g123hijk \\",
            "      --username jane --confirmation-code \"$(cognate inbox code --username jane)\""
        })
final class ShowCode extends InboxCommand {
    @Mixin
    private final Filter filter = new Filter();

    @Override
    int run(MessageBox box, Surroundings surroundings) {
        Optional<String> newest = box.list(filter.values()).stream()
                .map(Message::code)
                .filter(Objects::nonNull)
                .findFirst();
        if (newest.isEmpty()) {
            surroundings.streams().err().println("There is no message with a code" + filter.inWords() + ".");
            return NONE_FOUND;
        }
        String code = newest.get();
        surroundings
                .streams()
                .out()
                .print(
                        asJson()
                                ? MessageText.json(new Entries(Map.of("code", new Text(code))))
                                : Visible.line(code) + "\n");
        return 0;
    }
}
