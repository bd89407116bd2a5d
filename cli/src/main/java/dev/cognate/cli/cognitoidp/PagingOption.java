package dev.cognate.cli.cognitoidp;

/** The options about the pages of a list. Reference: oauth-config D8. */
enum PagingOption {
    STARTING_TOKEN("--starting-token", false),
    PAGE_SIZE("--page-size", true),
    MAX_ITEMS("--max-items", true);

    private final String flag;
    private final boolean number;

    PagingOption(String flag, boolean number) {
        this.flag = flag;
        this.number = number;
    }

    String flag() {
        return flag;
    }

    /** What it does, in a sentence for the help. */
    String meaning() {
        return switch (this) {
            case STARTING_TOKEN -> "Where to go on: the NextToken that a call with --max-items printed.";
            case PAGE_SIZE -> "How many things a page of the service has; more pages are read all the same.";
            case MAX_ITEMS -> "At most so many things are printed.";
        };
    }

    /** Whether the value is a whole number. */
    boolean isNumber() {
        return number;
    }
}
