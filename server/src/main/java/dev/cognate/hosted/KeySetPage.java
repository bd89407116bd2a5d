package dev.cognate.hosted;

import dev.cognate.domain.PoolId;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.tokens.Tokens;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.fault.ResourceNotFoundException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which anybody can check a pool's tokens: {@code /<poolId>/.well-known/jwks.json}. Scripts of every site
 * may read it. Reference: auth 15.
 */
public final class KeySetPage implements Endpoint {
    /** What follows the pool's id in the path. */
    public static final String PATH = "/.well-known/jwks.json";

    private static final Pattern POOL = Pattern.compile("/([\\w-]{1,40}_[0-9a-zA-Z]{1,40})/.*");

    private final Tokens tokens;

    /** The page. */
    public KeySetPage(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Response answer(Request request) {
        Matcher path = POOL.matcher(request.path());
        return forEverybody(path.matches() ? keySet(new PoolId(path.group(1))) : missing("Not found."));
    }

    private Response keySet(PoolId pool) {
        try {
            // A cache may keep it for a while; a new key is looked for when a token names one that is not in it.
            return Response.json(200, tokens.keySet(pool)).with("Cache-Control", "public, max-age=300");
        } catch (ResourceNotFoundException unknown) {
            return missing(unknown.getMessage());
        }
    }

    private static Response missing(@Nullable String message) {
        return Response.json(404, JsonOutput.encode(out -> {
            out.beginObject();
            out.member("message", message);
            out.endObject();
        }));
    }

    private static Response forEverybody(Response response) {
        return response.with("Access-Control-Allow-Origin", "*");
    }
}
