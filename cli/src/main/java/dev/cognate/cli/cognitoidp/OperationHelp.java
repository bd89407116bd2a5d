package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.HelpTexts.Facts;
import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.json.JsonWriter;
import java.util.List;

/** The manual pages of the API's commands, made from their tables and a sentence or two. Reference: oauth-config D14. */
final class OperationHelp {
    private final HelpTexts texts = new HelpTexts();
    private final ManualPage page = new ManualPage();

    private OperationHelp() {}

    /** The page of all operations. */
    static String ofAll(List<String> options) {
        OperationHelp help = new OperationHelp();
        help.page
                .section("NAME")
                .paragraph("cognito-idp - Amazon Cognito user pools")
                .section("SYNOPSIS")
                .lines("cognate cognito-idp <operation> [options]\ncognate cognito-idp <operation> help")
                .section("OPERATIONS");
        options.forEach(option -> help.page.lines(option).detail(help.texts.operation(option)));
        return help.page.toString();
    }

    /** The page of one operation. */
    static String of(ApiOperation operation) {
        OperationHelp help = new OperationHelp();
        Facts facts = HelpTexts.facts(operation.option());
        help.description(operation, facts);
        help.synopsis(operation);
        help.options(operation, facts);
        help.globalOptions();
        help.examples(operation);
        help.output(operation);
        return help.page.toString();
    }

    private void description(ApiOperation operation, Facts facts) {
        page.section("NAME").paragraph(operation.option() + " -").section("DESCRIPTION");
        page.paragraph(texts.operation(operation.option()) + " The API calls it " + operation.name() + ".");
        page.gap()
                .paragraph(
                        operation.signed()
                                ? "Requests are signed with AWS credentials. A Cognate that runs with its defaults is"
                                        + " content with any."
                                : "Requests are not signed: whoever knows the values of the options may make them.");
        if (Paginator.of(operation.name()) != null) {
            page.gap()
                    .paragraph("The list is read page by page to its end, unless --max-items or --no-paginate says"
                            + " otherwise.");
        }
        page.gap().paragraph("Errors: " + String.join(", ", facts.errors()) + ".");
    }

    private void synopsis(ApiOperation operation) {
        page.section("SYNOPSIS").lines("  " + operation.option());
        for (Member member : operation.input().members()) {
            String use = "--" + member.option() + valueOf(member);
            page.lines(member.required() ? use : "[" + use + "]");
        }
        page.lines("[--cli-input-json | --cli-input-yaml]");
        if (Paginator.of(operation.name()) != null) {
            for (PagingOption option : PagingOption.values()) {
                page.lines("[" + option.flag() + " <value>]");
            }
        }
        page.lines("[--generate-cli-skeleton <value>]");
        if (CommandOption.ClientSecret.isFor(operation)) {
            page.lines("[--client-secret <value>]");
        }
        for (GlobalOption option : GlobalOption.values()) {
            page.lines("[" + option.flag() + (option.takesValue() ? " <value>]" : "]"));
        }
    }

    private static String valueOf(Member member) {
        return member.shape() instanceof Shape.Flag ? " | --no-" + member.option() : " <value>";
    }

    private void options(ApiOperation operation, Facts facts) {
        page.section("OPTIONS");
        boolean first = true;
        for (Member member : operation.input().members()) {
            if (!first) {
                page.gap();
            }
            first = false;
            option(member, facts);
        }
        if (!first) {
            page.gap();
        }
        page.paragraph("--cli-input-json | --cli-input-yaml (string)")
                .detail(texts.option(new CommandOption.CliInput(CommandOption.Document.JSON)));
        if (Paginator.of(operation.name()) != null) {
            for (PagingOption option : PagingOption.values()) {
                page.gap().paragraph(option.flag() + (option.isNumber() ? " (integer)" : " (string)"));
                page.detail(option.meaning());
            }
        }
        if (CommandOption.ClientSecret.isFor(operation)) {
            page.gap().paragraph("--client-secret (string)").detail(texts.option(new CommandOption.ClientSecret()));
        }
        page.gap()
                .paragraph("--generate-cli-skeleton (string)")
                .detail(texts.option(new CommandOption.GenerateCliSkeleton()));
    }

    private void option(Member member, Facts facts) {
        Shape shape = member.shape();
        String pair = shape instanceof Shape.Flag ? " | --no-" + member.option() : "";
        page.paragraph("--" + member.option() + pair + " (" + Syntax.word(shape) + ")"
                + (member.required() ? " [required]" : ""));
        String meaning = texts.member(member.name());
        if (!meaning.isEmpty()) {
            page.detail(meaning);
        }
        if (shape instanceof Shape.Text(long _, List<String> values) && !values.isEmpty()) {
            page.gap().detail("Possible values:").detailLines("o " + String.join("\no ", values));
        }
        List<String> limits = facts.limitsOf(member.name());
        if (!limits.isEmpty()) {
            page.gap().detail("Constraints:").detailLines("o " + String.join("\no ", limits));
        }
        if (shape.takesShorthand()) {
            page.gap().detail("Shorthand Syntax:").detailLines("  " + Syntax.shorthand(shape));
        }
        if (!shape.isScalar()) {
            page.gap().detail("JSON Syntax:").detailLines("  " + Syntax.json(shape, 2));
        }
    }

    private void globalOptions() {
        page.section("GLOBAL OPTIONS");
        for (GlobalOption option : GlobalOption.values()) {
            page.paragraph(option.flag() + (option.takesValue() ? " (string)" : " (boolean)"));
            page.detail(option.meaning());
        }
    }

    private void examples(ApiOperation operation) {
        StringBuilder command = new StringBuilder("cognate cognito-idp ").append(operation.option());
        for (Member member : operation.input().members()) {
            if (member.required()) {
                command.append(" \\\n    --").append(member.option()).append(example(member));
            }
        }
        page.section("EXAMPLES").lines(command.toString());
    }

    private static String example(Member member) {
        String value = switch (member.name()) {
            case "UserPoolId" -> "us-east-1_COGNATE01";
            case "ClientId" -> "12a3b456c7de890f11g123hijk";
            case "Username" -> "jane";
            case "ConfirmationCode", "Code", "UserCode" -> "123456";
            case "AccessToken" -> "\"$ACCESS_TOKEN\"";
            default -> sample(member.shape(), member.name());
        };
        return value.isEmpty() ? "" : " " + value;
    }

    private static String sample(Shape shape, String name) {
        return switch (shape) {
            case Shape.Text(long _, List<String> values) -> values.isEmpty() ? "<" + name + ">" : values.getFirst();
            case Shape.Whole _ -> "10";
            case Shape.Flag _ -> "";
            case Shape.Sequence(Shape element, long _, String _) -> sample(element, name);
            case Shape.Structure _, Shape.Mapping _, Shape.Free _ -> "'" + JsonWriter.compact(Skeleton.of(shape)) + "'";
            case Shape.Time _, Shape.Bytes _ -> "<" + name + ">";
        };
    }

    private void output(ApiOperation operation) {
        page.section("OUTPUT");
        if (operation.output().members().isEmpty()) {
            page.paragraph("None.");
            return;
        }
        boolean first = true;
        for (Member member : operation.output().members()) {
            if (!first) {
                page.gap();
            }
            first = false;
            page.paragraph(member.name() + " -> (" + Syntax.word(member.shape()) + ")");
            if (!member.shape().isScalar()) {
                page.detailLines(Syntax.json(member.shape(), 0));
            }
        }
    }
}
