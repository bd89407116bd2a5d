package dev.cognate.triggers;

import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.Returned;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs functions through the Invoke API of AWS Lambda, or of anything else that speaks it: {@code POST
 * /2015-03-31/functions/<arn>/invocations}, synchronously, signed with SigV4 for the region of the function's ARN.
 */
public final class LambdaApiRunner implements FunctionRunner {
    private static final Pattern FUNCTION_ARN =
            Pattern.compile("arn:[a-z0-9-]+:lambda:([a-z0-9-]+):[0-9]*:function:[A-Za-z0-9_.:$-]+");
    private static final Pattern ERROR_NAME = Pattern.compile("([A-Za-z]+)(?:[:#].*)?");

    /** Headers that the HTTP client writes itself, with the same values that were signed. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    private final LambdaApi api;
    private final HttpCalls calls;
    private final RequestSigner signer;

    /**
     * A runner.
     *
     * @param limit how long one attempt may take; five seconds in the service
     * @param clock dates the signatures
     */
    public LambdaApiRunner(LambdaApi api, Duration limit, InstantSource clock) {
        this.api = api;
        this.calls = new HttpCalls(limit);
        this.signer = new RequestSigner(api, clock);
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
        URI url = url(functionArn, arn.group(1));
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(event));
        signer.sign(url, event, arn.group(1)).forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return calls.exchange(functionArn, request.build(), LambdaApiRunner::read);
    }

    private URI url(String functionArn, String region) {
        URI configured = api.endpoint();
        String base = configured == null
                ? "https://lambda." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "")
                : configured.toString().replaceAll("/+$", "");
        return URI.create(base + "/2015-03-31/functions/" + URLEncoder.encode(functionArn, StandardCharsets.UTF_8)
                + "/invocations");
    }

    private static FunctionResult read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            return refused(answer);
        }
        return answer.headers().firstValue("X-Amz-Function-Error").isPresent()
                ? ErrorPayload.of(answer.body()).error()
                : new Returned(answer.body());
    }

    private static FunctionResult refused(HttpResponse<String> answer) {
        Matcher name = ERROR_NAME.matcher(
                answer.headers().firstValue("x-amzn-ErrorType").orElse(""));
        return name.matches() ? new Failed(name.group(1)) : HttpCalls.refused(answer.statusCode());
    }

    @Override
    public void close() {
        calls.close();
    }
}
