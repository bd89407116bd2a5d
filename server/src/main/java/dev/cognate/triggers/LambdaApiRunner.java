package dev.cognate.triggers;

import dev.cognate.aws.AwsApi;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.aws.RequestSigner;
import dev.cognate.outgoing.Posts.Outcome.Answered;
import dev.cognate.outgoing.Posts.Post;
import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.Returned;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs functions through the Invoke API of AWS Lambda, or of anything else that speaks it: {@code POST
 * /2015-03-31/functions/<arn>/invocations}, synchronously, signed with SigV4 for the region of the function's ARN.
 */
public final class LambdaApiRunner implements FunctionRunner {
    private static final Pattern FUNCTION_ARN =
            Pattern.compile("arn:[a-z0-9-]+:lambda:([a-z0-9-]+):[0-9]*:function:[A-Za-z0-9_.:$-]+");
    private static final Pattern ERROR_NAME = Pattern.compile("([A-Za-z]+)(?:[:#].*)?");

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "X-Amz-Invocation-Type", "RequestResponse");

    private final @Nullable URI endpoint;
    private final AwsCredentials credentials;
    private final HttpCalls calls;
    private final RequestSigner signer;

    /**
     * A runner.
     *
     * @param endpoint where the API is, null for AWS's own in the region of each function
     * @param limit how long one attempt may take; five seconds in the service
     * @param clock dates the signatures
     */
    public LambdaApiRunner(@Nullable URI endpoint, AwsCredentials credentials, Duration limit, InstantSource clock) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.calls = new HttpCalls(limit);
        this.signer = new RequestSigner(AwsApi.LAMBDA, credentials, clock);
    }

    /** Whether it is the ARN of a Lambda function; whether that exists is seen when it is run. */
    @Override
    public boolean knows(String functionArn) {
        return FUNCTION_ARN.matcher(functionArn).matches();
    }

    @Override
    public FunctionResult run(String functionArn, String event) {
        Matcher arn = FUNCTION_ARN.matcher(functionArn);
        if (!arn.matches()) {
            throw new IllegalArgumentException("Not the ARN of a function: " + functionArn);
        }
        String region = arn.group(1);
        String name = URLEncoder.encode(functionArn, StandardCharsets.UTF_8);
        URI url = AwsApi.LAMBDA.at(endpoint, region, "/2015-03-31/functions/" + name + "/invocations");
        Post post = new Post(url, signer.sign(url, region, HEADERS, event), event);
        return calls.call(functionArn, post, LambdaApiRunner::read);
    }

    private static FunctionResult read(Answered answer) {
        if (!answer.isSuccess()) {
            return refused(answer);
        }
        return !answer.header("X-Amz-Function-Error").isEmpty()
                ? ErrorPayload.of(answer.body()).error()
                : new Returned(answer.body());
    }

    /** An error of the API itself: by the name that the header has, else by what its status means. */
    static FunctionResult refused(Answered answer) {
        Matcher name = ERROR_NAME.matcher(answer.header("x-amzn-ErrorType"));
        return name.matches() ? new Failed(name.group(1)) : HttpCalls.refused(answer.status());
    }

    @Override
    public void close() {
        calls.close();
        credentials.close();
    }
}
