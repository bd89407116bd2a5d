package dev.cognate.hosted;

import dev.cognate.domain.PoolId;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.fault.ResourceNotFoundException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a pool: {@code /<poolId>/.well-known/jwks.json} has the keys that check its tokens, {@code
 * /<poolId>/.well-known/openid-configuration} tells where everything is. Scripts of every site may read it. Reference:
 * auth 15, oauth-config C2 and C3.
 */
public final class WellKnownPage implements Endpoint {
    /** What follows the pool's id in the path. */
    public static final String KEY_SET_PATH = "/.well-known/jwks.json";

    private static final Pattern POOL = Pattern.compile("/([\\w-]{1,40}_[0-9a-zA-Z]{1,40})/.*");

    /** The same, of the document that tells where everything is. */
    public static final String CONFIGURATION_PATH = "/.well-known/openid-configuration";

    private final Function<PoolId, byte[]> document;

    /**
     * A page.
     *
     * @param document the document of a pool as JSON; fails for one that does not exist
     */
    public WellKnownPage(Function<PoolId, byte[]> document) {
        this.document = document;
    }

    @Override
    public Response answer(Request request) {
        Matcher path = POOL.matcher(request.path());
        return forEverybody(path.matches() ? document(new PoolId(path.group(1))) : missing("Not found."));
    }

    private Response document(PoolId pool) {
        try {
            // A cache may keep it for a while; a new key is looked for when a token names one that is not in it.
            return Response.json(200, document.apply(pool)).with("Cache-Control", "public, max-age=300");
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
