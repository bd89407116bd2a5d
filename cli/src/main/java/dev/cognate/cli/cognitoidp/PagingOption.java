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

    /** Whether the value is a whole number. */
    boolean isNumber() {
        return number;
    }
}
