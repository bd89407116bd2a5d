package dev.cognate.front;

/** Answers HTTP requests. Called by many threads at once, each of them virtual: it may block. */
@FunctionalInterface
public interface Endpoint {

    /** The answer to a request; what it throws becomes a page with status 500 that tells nothing but an incident id. */
    Response answer(Request request);
}
