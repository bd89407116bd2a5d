package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.Case;

final class Differences {
    private Differences() {}

    record Expected(int status, String out, String err) {}

    static Expected expected(Case one) {
        return new Expected(one.exit(), one.out(), one.err());
    }
}
