/**
 * Real clients against the packaged program: Terraform, the AWS CLI, boto3, the AWS SDKs for Java and JavaScript,
 * amazon-cognito-identity-js, AWS Amplify, aws-jwt-verify, the AWS Encryption SDK in a function, a mail server, the command
 * line, and hostile ones.
 *
 * <p>{@link dev.cognate.conformance.Program} starts {@code target/cognate/bin/cognate serve} in a process of its own,
 * stops it, or kills it; {@link dev.cognate.conformance.SharedProgram} keeps one for all tests that only need a server.
 * Steps in Python and JavaScript are scripts among the test resources, which the tests run and whose verdict they report. What
 * a machine lacks is left out and told by {@link dev.cognate.conformance.Installed}. Nothing here knows the code.
 */
@NullMarked
package dev.cognate.conformance;

import org.jspecify.annotations.NullMarked;
