package dev.cognate.codes;

/** What a try with a code comes to. */
public sealed interface CodeCheck {

    /**
     * It is the live code.
     *
     * @param attribute where it had been sent: {@code email} or {@code phone_number}
     */
    record Right(String attribute) implements CodeCheck {}

    /** A live code exists and this is another text. */
    record Wrong() implements CodeCheck {}

    /** No code is live: none was issued, or it was used, or its time is over. */
    record Expired() implements CodeCheck {}
}
