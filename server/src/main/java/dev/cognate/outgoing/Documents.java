package dev.cognate.outgoing;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Fetches documents that users of the API name. Safe for use by many threads. */
public final class Documents {
    /** A mebibyte: many times the largest metadata documents of single identity providers. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_REDIRECTIONS = 3;
    private static final int TLS_PORT = 443;

    private final Realm realm;
    private final Duration patience;

    /** Where documents may be. */
    public enum Realm {
        /** At public addresses only, over TLS, on its usual port. */
        PUBLIC,
        /** Anywhere that this machine reaches, also without TLS. */
        ANYWHERE
    }

    /** What became of a request. */
    public sealed interface Answer {

        /** The document. */
        record Found(String text) implements Answer {}

        /** The other side answered with another status than 200. */
        record Refused(int status) implements Answer {}

        /**
         * There was no answer.
         *
         * @param why for the log of an operator; not for clients, whom it could tell of the network
         */
        record Unreachable(String why) implements Answer {}
    }

    /**
     * Documents of a realm.
     *
     * @param patience how long a connection may take, from the connecting to the last byte
     */
    public Documents(Realm realm, Duration patience) {
        this.realm = realm;
        this.patience = patience;
    }

    /** Whether a URL is of a form that is fetched: https, or http where that is allowed, and a host. */
    public boolean accepts(String url) {
        try {
            requireForm(URI.create(url));
            return true;
        } catch (IllegalArgumentException | IOException refused) {
            return false;
        }
    }

    /** Fetches a document. Does not throw. */
    public Answer get(String url) {
        try {
            URI at = URI.create(url);
            // One more than redirections: the first request is none.
            for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
                Exchange.Reply reply = exchange(at);
                String location = reply.location();
                if (location == null) {
                    return reply.status() == 200 ? new Answer.Found(reply.body()) : new Answer.Refused(reply.status());
                }
                at = at.resolve(location);
            }
            return new Answer.Unreachable("too many redirections");
        } catch (IllegalArgumentException malformed) {
            return new Answer.Unreachable("the URL is malformed");
        } catch (IOException failure) {
            return new Answer.Unreachable(String.valueOf(failure.getMessage()));
        }
    }

    private Exchange.Reply exchange(URI url) throws IOException {
        requireForm(url);
        return new Exchange(new Addresses(realm), patience, MOST_BYTES).run(url);
    }

    private void requireForm(URI url) throws IOException {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean plain = "http".equalsIgnoreCase(url.getScheme()) && realm == Realm.ANYWHERE;
        if ((!secure && !plain) || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IOException("the URL is not of a form that is fetched");
        }
        if (realm == Realm.PUBLIC && url.getPort() != -1 && url.getPort() != TLS_PORT) {
            throw new IOException("the port is not the usual one");
        }
    }
}
