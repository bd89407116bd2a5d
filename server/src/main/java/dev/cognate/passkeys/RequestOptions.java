package dev.cognate.passkeys;

import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.time.Duration;
import java.util.List;

/** What a browser is asked at a sign-in, as WebAuthn's PublicKeyCredentialRequestOptionsJSON. Reference: auth 21.5. */
record RequestOptions(RelyingParty party, byte[] challenge, Duration life, List<Allowed> allowed) implements Shape {

    /** A passkey that may answer. */
    record Allowed(String id, List<String> transports) implements Shape {

        static Allowed of(Passkey passkey) {
            return new Allowed(passkey.id(), passkey.transports());
        }

        @Override
        public void write(JsonOutput out) {
            out.beginObject();
            out.member("type", "public-key");
            out.member("id", id);
            out.member("transports", transports);
            out.endObject();
        }
    }

    String text() {
        return JsonOutput.text(this);
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("challenge", Credential.text(challenge));
        out.member("timeout", (Long) life.toMillis());
        out.member("rpId", party.id());
        out.member("allowCredentials", allowed);
        out.member("userVerification", party.verification().wire());
        out.endObject();
    }
}
