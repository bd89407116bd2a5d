/**
 * The command {@code cognate cognito-idp}: every operation of the API, in the grammar of the AWS command line.
 *
 * <p>The path of one call: {@link dev.cognate.cli.cognitoidp.CognitoIdp} finds the
 * {@link dev.cognate.cli.cognitoidp.ApiOperation} in the {@link dev.cognate.cli.cognitoidp.OperationTable};
 * {@link dev.cognate.cli.cognitoidp.ArgumentParser} sorts the words into
 * {@link dev.cognate.cli.cognitoidp.Arguments}; {@link dev.cognate.cli.cognitoidp.Invocation} does the rest: {@link dev.cognate.cli.cognitoidp.Request} turns each option's words into
 * a JSON value ({@link dev.cognate.cli.cognitoidp.OptionValue}: plain words, JSON, or
 * {@link dev.cognate.cli.cognitoidp.Shorthand}, out of {@link dev.cognate.cli.cognitoidp.ParamFiles}) and has
 * {@link dev.cognate.cli.cognitoidp.ParameterCheck} look at the whole; {@link dev.cognate.cli.cognitoidp.Retries} sends
 * it with {@link dev.cognate.cli.cognitoidp.HttpCall} to the {@link dev.cognate.cli.terminal.Endpoint}, signed where
 * the operation wants it, page by page for a list ({@link dev.cognate.cli.cognitoidp.Paging});
 * {@link dev.cognate.cli.cognitoidp.Answers} reads what came back, the package {@code output} prints it, and
 * {@link dev.cognate.cli.cognitoidp.ServiceFault} and {@link dev.cognate.cli.cognitoidp.ErrorReport} report an error.
 * Beside that path stand {@link dev.cognate.cli.cognitoidp.OperationHelp} (the manual pages) and
 * {@link dev.cognate.cli.cognitoidp.Candidates} (completion).
 *
 * <p>A call must be quick as a whole process: it reads one small table, no annotations, no configuration that it does not
 * need, and loads the AWS SDK's signer only for a signed operation.
 *
 * <p>Reference: oauth-config D1 to D16, A1, A3, A7, A9.
 */
@NullMarked
package dev.cognate.cli.cognitoidp;

import org.jspecify.annotations.NullMarked;
