package dev.cognate.passwords;

/** What this room tells clients. Reference: lifecycle C5. */
final class Texts {
    static final String TOO_SHORT = "Password not long enough";
    static final String NO_LOWERCASE = "Password must have lowercase characters";
    static final String NO_UPPERCASE = "Password must have uppercase characters";
    static final String NO_NUMBER = "Password must have numeric characters";
    static final String NO_SYMBOL = "Password must have symbol characters";

    private Texts() {}
}
