package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import java.util.ArrayList;
import java.util.List;

/** An option as the command line spells it, with what it stands for. */
sealed interface CommandOption {

    /** The spelling, with its dashes. */
    String flag();

    /** How many words may follow. */
    Words words();

    /** How many words follow an option. */
    enum Words {
        NONE,
        ONE,
        AT_MOST_ONE,
        ANY
    }

    /** An option of every operation. */
    record Global(GlobalOption option) implements CommandOption {

        @Override
        public String flag() {
            return option.flag();
        }

        @Override
        public Words words() {
            return option.takesValue() ? Words.ONE : Words.NONE;
        }
    }

    /** A member of the request. */
    record Value(Member member) implements CommandOption {

        @Override
        public String flag() {
            return "--" + member.option();
        }

        @Override
        public Words words() {
            return member.shape() instanceof Shape.Sequence ? Words.ANY : Words.ONE;
        }
    }

    /** One half of the pair that stands for a boolean member. */
    record Toggle(Member member, boolean on) implements CommandOption {

        @Override
        public String flag() {
            return (on ? "--" : "--no-") + member.option();
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /** The request as a document. */
    record CliInput(Document document) implements CommandOption {

        @Override
        public String flag() {
            return document.flag();
        }

        @Override
        public Words words() {
            return Words.ONE;
        }
    }

    /** How to read a list that comes in pages. */
    record Paging(PagingOption option) implements CommandOption {

        @Override
        public String flag() {
            return option.flag();
        }

        @Override
        public Words words() {
            return Words.ONE;
        }
    }

    /** Asks for a sample instead of a call. */
    record GenerateCliSkeleton() implements CommandOption {

        @Override
        public String flag() {
            return "--generate-cli-skeleton";
        }

        @Override
        public Words words() {
            return Words.AT_MOST_ONE;
        }
    }

    /**
     * The app client's secret, from which a secret hash is made; it is never sent. No shorter spelling stands for it, so
     * that those of the AWS command line's own options stay what they are.
     */
    record ClientSecret() implements CommandOption {

        @Override
        public String flag() {
            return "--client-secret";
        }

        @Override
        public Words words() {
            return Words.ONE;
        }

        /** Whether requests of the operation may hold a secret hash. */
        static boolean isFor(ApiOperation operation) {
            return operation.input().member("SecretHash") != null
                    || operation.input().member("AuthParameters") != null
                    || operation.input().member("ChallengeResponses") != null;
        }
    }

    /** The languages of a document that holds a request. */
    enum Document {
        JSON("--cli-input-json"),
        YAML("--cli-input-yaml");

        private final String flag;

        Document(String flag) {
            this.flag = flag;
        }

        String flag() {
            return flag;
        }
    }

    /** The options of an operation itself, in the order of the model. */
    static List<CommandOption> of(ApiOperation operation) {
        List<CommandOption> options = new ArrayList<>();
        for (Member member : operation.input().members()) {
            if (member.shape() instanceof Shape.Flag) {
                options.add(new Toggle(member, true));
                options.add(new Toggle(member, false));
            } else {
                options.add(new Value(member));
            }
        }
        options.add(new CliInput(Document.JSON));
        options.add(new CliInput(Document.YAML));
        if (Paginator.of(operation.name()) != null) {
            for (PagingOption option : PagingOption.values()) {
                options.add(new Paging(option));
            }
        }
        options.add(new GenerateCliSkeleton());
        if (ClientSecret.isFor(operation)) {
            options.add(new ClientSecret());
        }
        return options;
    }

    /** The options of every operation. */
    static List<CommandOption> globals() {
        List<CommandOption> options = new ArrayList<>();
        for (GlobalOption option : GlobalOption.values()) {
            options.add(new Global(option));
        }
        return options;
    }
}
