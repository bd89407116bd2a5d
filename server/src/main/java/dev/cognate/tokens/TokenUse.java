package dev.cognate.tokens;

/** What a token is for: the claim {@code token_use}. Each use has a signing key of its own. */
enum TokenUse {
    /** Tells the client about the user. */
    ID("id"),
    /** Lets the client act for the user. */
    ACCESS("access");

    private final String claim;

    TokenUse(String claim) {
        this.claim = claim;
    }

    /** The use of that claim. */
    static TokenUse of(String claim) {
        return claim.equals(ID.claim) ? ID : ACCESS;
    }

    /** The value of the claim. */
    String claim() {
        return claim;
    }
}
