package dev.cognate.pools;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Shape;
import dev.cognate.wire.Violations;
import dev.cognate.wire.model.EmailMfaConfigType;
import dev.cognate.wire.model.SoftwareTokenMfaConfigType;
import dev.cognate.wire.model.WebAuthnConfigurationType;
import org.jspecify.annotations.Nullable;

/**
 * What SetUserPoolMfaConfig sets of a pool and DescribeUserPool does not show. Which factors count, the pool's
 * {@code MfaConfiguration} decides as well: none while it is OFF. Reference: auth 19.1.
 *
 * @param sms whether codes by SMS are a second factor, where the pool can send SMS at all; true before the first call,
 *     since a pool may be created with MFA, by SMS only
 * @param softwareToken whether authenticator apps (TOTP) are, null when nothing was said of it
 * @param email the texts of codes by e-mail, null when these are no second factor
 * @param webAuthn how passkeys work, null when nothing was said of it
 */
public record FactorSettings(
        boolean sms,
        @Nullable SoftwareTokenMfaConfigType softwareToken,
        @Nullable EmailMfaConfigType email,
        @Nullable WebAuthnConfigurationType webAuthn)
        implements Shape {
    /** Of a pool about whose factors nothing was set. */
    public static final FactorSettings NONE = new FactorSettings(true, null, null, null);

    /** Whether codes of authenticator apps are a second factor. */
    public boolean takesSoftwareTokens() {
        return softwareToken != null && Boolean.TRUE.equals(softwareToken.enabled());
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("sms", (Boolean) sms);
        out.member("softwareToken", softwareToken);
        out.member("email", email);
        out.member("webAuthn", webAuthn);
        out.endObject();
    }

    /** Reads what {@link #write} wrote. */
    public static FactorSettings read(JsonInput in, Path at, Violations violations) {
        boolean sms = false;
        SoftwareTokenMfaConfigType softwareToken = null;
        EmailMfaConfigType email = null;
        WebAuthnConfigurationType webAuthn = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "sms" -> sms = Boolean.TRUE.equals(in.bool());
                case "softwareToken" -> softwareToken = in.structure(at, violations, SoftwareTokenMfaConfigType::read);
                case "email" -> email = in.structure(at, violations, EmailMfaConfigType::read);
                case "webAuthn" -> webAuthn = in.structure(at, violations, WebAuthnConfigurationType::read);
                default -> in.skip();
            }
        }
        return new FactorSettings(sms, softwareToken, email, webAuthn);
    }
}
