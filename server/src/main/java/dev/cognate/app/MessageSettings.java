package dev.cognate.app;

import dev.cognate.aws.AwsCredentials;
import dev.cognate.messaging.AwsSmsSettings;
import dev.cognate.messaging.AwsSmsTransport;
import dev.cognate.messaging.SesSettings;
import dev.cognate.messaging.SesTransport;
import dev.cognate.messaging.SmsWay;
import dev.cognate.messaging.SmtpLogin;
import dev.cognate.messaging.SmtpSecurity;
import dev.cognate.messaging.SmtpSettings;
import dev.cognate.messaging.SmtpTransport;
import dev.cognate.messaging.Transport;
import dev.cognate.messaging.Ways;
import dev.cognate.messaging.WebhookSettings;
import dev.cognate.messaging.WebhookTransport;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was set about messages, and the ways out made from it. What is not set is not made, and not loaded. */
final class MessageSettings {
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{1,15}");
    private static final int SHORTEST_SECRET = 16;

    private final ServerSettings all;

    MessageSettings(ServerSettings all) {
        this.all = all;
    }

    /** Where e-mails go. */
    enum Email {
        INBOX,
        SMTP,
        SES
    }

    /** Reads every setting once. */
    void check() {
        smtp();
        ses();
        awsSms();
        email();
        owners();
        if (smsTransport().equals("webhook")) {
            webhook();
        }
        all.isOn(Setting.SMS_SANDBOX);
        all.isYes(Setting.SMS_REQUIRE_ORIGINATION);
    }

    Email email() {
        return switch (all.choice(Setting.TRANSPORT, "inbox", "smtp", "ses")) {
            case "smtp" -> Email.SMTP;
            case "ses" -> Email.SES;
            default -> Email.INBOX;
        };
    }

    private Email owners() {
        if (all.optional(Setting.DEVELOPER_TRANSPORT) == null) {
            return email();
        }
        return all.choice(Setting.DEVELOPER_TRANSPORT, "smtp", "ses").equals("smtp") ? Email.SMTP : Email.SES;
    }

    private String smsTransport() {
        return all.choice(Setting.SMS_TRANSPORT, "inbox", "aws", "webhook");
    }

    /** The ways out; they are to be closed. */
    Ways ways(InstantSource clock) {
        Transport email = transport(email(), clock);
        Transport owners = owners() == email() ? null : transport(owners(), clock);
        SmsWay sms = new SmsWay(
                sms(clock), origination(), all.isYes(Setting.SMS_REQUIRE_ORIGINATION), all.isOn(Setting.SMS_SANDBOX));
        return new Ways(email, owners, sms);
    }

    private @Nullable Transport transport(Email way, InstantSource clock) {
        return switch (way) {
            case INBOX -> null;
            case SMTP -> new SmtpTransport(smtp());
            case SES -> new SesTransport(ses(), AwsCredentials.byDefaultChain(), clock);
        };
    }

    private @Nullable Transport sms(InstantSource clock) {
        return switch (smsTransport()) {
            case "aws" -> new AwsSmsTransport(awsSms(), AwsCredentials.byDefaultChain(), clock);
            case "webhook" -> new WebhookTransport(webhook(), clock);
            default -> null;
        };
    }

    SmtpSettings smtp() {
        SmtpSecurity security = switch (all.choice(Setting.SMTP_TLS, "none", "starttls", "tls")) {
            case "none" -> SmtpSecurity.NONE;
            case "tls" -> SmtpSecurity.TLS;
            default -> SmtpSecurity.STARTTLS;
        };
        String trust = all.optional(Setting.SMTP_TRUST);
        if (trust != null && !Files.isReadable(Path.of(trust))) {
            throw ServerSettings.unusable(Setting.SMTP_TRUST, trust, "a file that can be read");
        }
        return SmtpSettings.of(all.text(Setting.SMTP_HOST), all.number(Setting.SMTP_PORT, 1, 65_535), security, login())
                .withFrom(all.text(Setting.SMTP_FROM))
                .withTrusted(trust == null ? null : Path.of(trust));
    }

    private @Nullable SmtpLogin login() {
        String user = all.optional(Setting.SMTP_USERNAME);
        String password = all.secret(Setting.SMTP_PASSWORD, Setting.SMTP_PASSWORD_FILE);
        return user == null ? null : new SmtpLogin(user, password == null ? "" : password);
    }

    private SesSettings ses() {
        return new SesSettings(endpoint(Setting.SES_ENDPOINT), region(), all.text(Setting.SES_FROM));
    }

    private AwsSmsSettings awsSms() {
        return new AwsSmsSettings(
                endpoint(Setting.SNS_ENDPOINT), endpoint(Setting.END_USER_MESSAGING_ENDPOINT), region(), origination());
    }

    private WebhookSettings webhook() {
        String url = all.optional(Setting.SMS_WEBHOOK_URL);
        String secret = all.secret(Setting.SMS_WEBHOOK_SECRET, Setting.SMS_WEBHOOK_SECRET_FILE);
        if (url == null) {
            throw new SettingsError("sms-transport webhook needs sms-webhook.url, where SMS are posted to");
        }
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new SettingsError("sms-transport webhook needs sms-webhook.secret-file, a file that holds the key of "
                    + "the signatures: at least " + SHORTEST_SECRET
                    + " characters, such as from `openssl rand -hex 32`");
        }
        return new WebhookSettings(ServerSettings.url(Setting.SMS_WEBHOOK_URL, url), secret, origination());
    }

    private @Nullable URI endpoint(Setting setting) {
        String url = all.optional(setting);
        return url == null ? null : ServerSettings.url(setting, url);
    }

    private @Nullable String region() {
        return all.optional(Setting.AWS_REGION) == null
                ? null
                : all.matching(Setting.AWS_REGION, ServerSettings.REGION);
    }

    private @Nullable String origination() {
        return all.optional(Setting.SMS_ORIGINATION) == null ? null : all.matching(Setting.SMS_ORIGINATION, NUMBER);
    }
}
