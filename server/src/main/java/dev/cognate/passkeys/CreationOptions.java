package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a browser is asked to make, as WebAuthn's PublicKeyCredentialCreationOptionsJSON. Reference: auth 21.2. */
record CreationOptions(RelyingParty party, User user, byte[] challenge, List<Passkey> present) implements Shape {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final List<Shape> ALGORITHMS = List.of(algorithm(-7), algorithm(-257)); // ES256, RS256

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("authenticatorSelection", (Shape) this::selection);
        out.member("challenge", Credential.text(challenge));
        out.member(
                "excludeCredentials",
                present.stream().map(CreationOptions::excluded).toList());
        out.member("pubKeyCredParams", ALGORITHMS);
        out.member("rp", (Shape) this::relyingParty);
        out.member("timeout", (Integer) TIMEOUT_MILLIS);
        out.member("user", (Shape) this::account);
        out.endObject();
    }

    private void selection(JsonOutput out) {
        out.beginObject();
        out.member("requireResidentKey", (Boolean) true);
        out.member("residentKey", "required");
        out.member("userVerification", party.verification().wire());
        out.endObject();
    }

    private void relyingParty(JsonOutput out) {
        out.beginObject();
        out.member("id", party.id());
        out.member("name", party.id());
        out.endObject();
    }

    private void account(JsonOutput out) {
        out.beginObject();
        out.member("displayName", user.username());
        out.member("id", Credential.text(user.sub().value().getBytes(StandardCharsets.UTF_8)));
        out.member("name", user.username());
        out.endObject();
    }

    private static Shape excluded(Passkey passkey) {
        return out -> {
            out.beginObject();
            out.member("id", passkey.id());
            out.member("type", "public-key");
            out.endObject();
        };
    }

    private static Shape algorithm(int number) {
        return out -> {
            out.beginObject();
            out.member("alg", (Integer) number);
            out.member("type", "public-key");
            out.endObject();
        };
    }
}
