package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Structure;

/**
 * One operation of the API.
 *
 * @param name as in the API, such as {@code ResendConfirmationCode}
 * @param option as on the command line, such as {@code resend-confirmation-code}
 * @param signed whether a request needs a signature
 * @param input the members of the request
 * @param output the members of the answer
 */
record ApiOperation(String name, String option, boolean signed, Structure input, Structure output) {}
