package dev.cognate.hosted;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.signup.Signup;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UnexpectedLambdaException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import org.jspecify.annotations.Nullable;

/**
 * The page behind the link of a confirmation e-mail:
 * {@code /confirmUser?client_id=…&user_name=…&confirmation_code=…}. Opening it confirms, as on the service; since mail
 * scanners open links too, a server may be set to ask for the press of a button first. Reference: lifecycle D4.
 */
public final class ConfirmUserPage implements Endpoint {
    private static final String UNUSABLE = "An error was encountered with the requested page.";
    private static final String REPLACED = "Invalid code provided, please request a code again.";

    private final Signup signup;
    private final Randomness randomness;
    private final boolean button;

    /**
     * The page.
     *
     * @param button whether opening the link only shows a button that confirms
     */
    public ConfirmUserPage(Signup signup, Randomness randomness, boolean button) {
        this.signup = signup;
        this.randomness = randomness;
        this.button = button;
    }

    @Override
    public Response answer(Request request) {
        Link link = link(request);
        if (link == null) {
            return Page.of(400, "This link does not work", UNUSABLE, "");
        }
        return button && request.method().equals("GET") ? ask() : confirm(link, request);
    }

    private record Link(String client, String username, String code) {}

    private static @Nullable Link link(Request request) {
        try {
            String client = request.parameter("client_id");
            String username = request.parameter("user_name");
            String code = request.parameter("confirmation_code");
            return client == null || username == null || code == null ? null : new Link(client, username, code);
        } catch (IllegalArgumentException notDecodable) {
            return null;
        }
    }

    /** The form goes back to this very address, query and all. */
    private static Response ask() {
        return Page.of(
                200,
                "Confirm your registration",
                "Press the button to finish signing up.",
                "<form method=\"post\"><button type=\"submit\" autofocus>Confirm</button></form>\n");
    }

    private Response confirm(Link link, Request request) {
        Call call = new Call(
                randomness.uuid(),
                "",
                request.sourceAddress(),
                request.headers().first("User-Agent"),
                null);
        try {
            signup.confirmByLink(new ClientId(link.client()), link.username(), link.code(), call);
            return confirmed();
        } catch (UserLambdaValidationException
                | UnexpectedLambdaException
                | InvalidLambdaResponseException afterwards) {
            // The pool's function is asked when the user is confirmed already; its failure is none of the reader's.
            return confirmed();
        } catch (Fault refused) {
            return Page.of(400, "Your registration was not confirmed", told(refused), "");
        }
    }

    private static Response confirmed() {
        return Page.of(200, "Your registration is confirmed", "You can close this page and sign in.", "");
    }

    private static String told(Fault refused) {
        if (refused instanceof CodeMismatchException) {
            // Nobody mistypes a link: another code has taken the place of this one.
            return REPLACED;
        }
        String message = refused.getMessage();
        boolean foreign = refused instanceof ResourceNotFoundException || refused.status() >= 500;
        return foreign || message == null ? UNUSABLE : message;
    }
}
