package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import java.util.List;

/** The help of the API's commands, made from their tables: what there is and how it is written. */
final class OperationHelp {

    private OperationHelp() {}

    /** The operations, one per line. */
    static String ofAll(List<String> options) {
        StringBuilder text = new StringBuilder("""
                NAME
                       cognito-idp - Amazon Cognito user pools

                SYNOPSIS
                       cognate cognito-idp <operation> [options]
                       cognate cognito-idp <operation> help

                OPERATIONS
                """);
        options.forEach(option -> text.append("       ").append(option).append('\n'));
        return text.toString();
    }

    /** How one operation is called. */
    static String of(ApiOperation operation) {
        StringBuilder text = new StringBuilder("NAME\n       ")
                .append(operation.option())
                .append(" - the API's operation ")
                .append(operation.name())
                .append("\n\nSYNOPSIS\n         ")
                .append(operation.option())
                .append('\n');
        for (Member member : operation.input().members()) {
            String use = "--" + member.option()
                    + (member.shape() instanceof Shape.Flag ? " | --no-" + member.option() : " <value>");
            text.append("       ")
                    .append(member.required() ? use : "[" + use + "]")
                    .append('\n');
        }
        text.append("       [--cli-input-json <value>]\n       [--generate-cli-skeleton <value>]\n");
        for (GlobalOption option : GlobalOption.values()) {
            if (option.isSupported()) {
                text.append("       [").append(option.flag()).append(option.takesValue() ? " <value>]\n" : "]\n");
            }
        }
        return text.append("\nOUTPUT\n       ")
                .append(outputNames(operation))
                .append('\n')
                .toString();
    }

    private static String outputNames(ApiOperation operation) {
        StringBuilder names = new StringBuilder();
        for (Member member : operation.output().members()) {
            names.append(names.isEmpty() ? "" : ", ").append(member.name());
        }
        return names.isEmpty() ? "none" : names.toString();
    }
}
