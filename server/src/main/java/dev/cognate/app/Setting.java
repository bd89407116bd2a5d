package dev.cognate.app;

import java.util.Locale;

/** Something that can be set: by a flag, in the environment, or in {@code cognate.yaml}, under the same name. */
enum Setting {
    ADDRESS("address", "127.0.0.1", "interface", "The interface to listen on."),
    PORT("port", "2646", "port", "The port of the API and the pages; 0 picks a free one."),
    MANAGEMENT_ADDRESS("management-address", "127.0.0.1", "interface", "The interface of health and metrics."),
    MANAGEMENT_PORT("management-port", "2647", "port", "The port of health and metrics; 0 serves them nowhere."),
    ALLOW_OPEN_LISTEN(
            "allow-open-listen", "no", "yes|no", "Listen beyond loopback although any credentials are accepted."),
    PUBLIC_URL("public-url", "", "URL", "What links in messages begin with; by default the address listened on."),
    ISSUER(
            "issuer",
            "own",
            "own|aws",
            "Whom tokens name as their issuer: this server's public URL, or Amazon Cognito's for the pool's region."),
    MAX_BODY("max-body", "2097152", "bytes", "The largest request body."),
    ACCESS_LOG("access-log", "on", "on|off", "Whether each request is logged as a line of JSON on standard output."),

    DATA("data", "./cognate-data", "folder", "Where the SQLite file and the seal key are."),
    STORE(
            "store",
            "",
            "JDBC URL",
            "A PostgreSQL database instead of the SQLite file, as in jdbc:postgresql://db/cognate."),
    STORE_USER("store-user", "", "name", "The user of the database."),
    STORE_PASSWORD("store-password", "", "password", "The password of the database; better in a file."),
    STORE_PASSWORD_FILE("store-password-file", "", "file", "A file that holds the password of the database."),
    STORE_CONNECTIONS("store-connections", "0", "number", "Connections to the database; 0 chooses by the processors."),
    GROUP_COMMIT("group-commit", "on", "on|off", "Whether writes that wait together share one commit (SQLite)."),
    SEAL_KEY("seal-key", "", "Base64", "The key that seals secrets, 32 bytes; better in the environment or a file."),
    SEAL_KEY_FILE("seal-key-file", "", "file", "The file of that key; by default seal.key in the data folder."),

    SEED("seed", "", "file", "A YAML file with pools, clients, groups and users that are made where they are missing."),

    REGION("region", "us-east-1", "region", "The region of unsigned requests."),
    ACCOUNT("account", "123456789012", "id", "The AWS account id in ARNs."),
    AUTH("auth", "any", "any|sigv4", "Whether signatures are verified, against keys made by `cognate keys create`."),
    LIMITS(
            "limits",
            "on",
            "on|off",
            "Whether users' requests for codes and tries of codes are limited; off is for tests."),
    LOCK_OUT("lock-out", "on", "on|off", "Whether wrong passwords and codes in a row lock a user; off is for tests."),
    LIMIT(
            "limit",
            "",
            "operation=number",
            "How often an hour a user may call one operation; 0 for no limit. ResendConfirmationCode has 5, ConfirmSignUp"
                    + " 15."),
    QUOTAS(
            "quotas",
            "off",
            "off|aws",
            "Whether categories of operations have the service's request rates, for an account and region, on each node; and"
                    + " pools, clients, providers, resource servers and custom domains their first quotas."),
    DAILY_EMAIL_LIMIT("daily-email-limit", "0", "number", "E-mails a day with the default sender; 0 for no limit."),
    DESTINATION_MASKING(
            "destination-masking", "service", "service|documented", "j***@e*** as the service, or j***@e***.com."),
    CONFIRM_LINK("confirm-link", "direct", "direct|button", "Whether opening a confirmation link confirms at once."),

    STRICT_CUSTOM_MESSAGE(
            "strict-custom-message",
            "off",
            "on|off",
            "Whether CustomMessage may write e-mails only of pools that send with an account of their own (DEVELOPER)."),

    COMPROMISED_PASSWORDS(
            "compromised-passwords",
            "",
            "file",
            "Passwords, one a line, that threat protection takes for compromised beside those it knows."),

    INBOX(
            "inbox",
            "auto",
            "auto|on|off",
            "Whether the inbox can be read over HTTP by whoever reaches the port; auto: where "
                    + "any credentials are accepted and e-mails go there."),
    TRANSPORT("transport", "inbox", "inbox|smtp|ses", "Where e-mails go."),
    DEVELOPER_TRANSPORT(
            "developer-transport",
            "",
            "smtp|ses",
            "Where e-mails go of pools whose EmailSendingAccount is DEVELOPER; by default with all others."),
    SMTP_HOST("smtp.host", "localhost", "host", "The mail server."),
    SMTP_PORT("smtp.port", "587", "port", "Its port."),
    SMTP_TLS("smtp.tls", "starttls", "none|starttls|tls", "How the connection is protected."),
    SMTP_USERNAME("smtp.username", "", "name", "The user at the mail server; empty for none."),
    SMTP_PASSWORD("smtp.password", "", "password", "The password; better in a file."),
    SMTP_PASSWORD_FILE("smtp.password-file", "", "file", "A file that holds the password."),
    SMTP_FROM("smtp.from", "no-reply@verificationemail.com", "address", "The sender, where a pool names none."),
    SMTP_TRUST("smtp.trust", "", "PEM file", "Certificates to trust instead of the JDK's."),

    SES_FROM("ses.from", "no-reply@verificationemail.com", "address", "The sender, where a pool names none."),
    SES_ENDPOINT("ses.endpoint", "", "URL", "Another Amazon SES API v2 than AWS's own."),

    SMS_TRANSPORT(
            "sms-transport",
            "inbox",
            "inbox|aws|webhook",
            "Where SMS go; aws: Amazon SNS, or End User Messaging for pools that ask for it."),
    SMS_ORIGINATION("sms.origination-number", "", "number", "The number that sends, where a pool names none."),
    SMS_REQUIRE_ORIGINATION(
            "sms.require-origination", "no", "yes|no", "Refuse SMS that no number is named for to send them."),
    SMS_SANDBOX("sms-sandbox", "off", "on|off", "Send SMS only to numbers that `cognate sms verify` was told of."),
    SNS_ENDPOINT("sns.endpoint", "", "URL", "Another Amazon SNS than AWS's own."),
    END_USER_MESSAGING_ENDPOINT(
            "end-user-messaging.endpoint", "", "URL", "Another AWS End User Messaging than AWS's own."),
    SMS_WEBHOOK_URL("sms-webhook.url", "", "URL", "Where SMS are posted to, signed."),
    SMS_WEBHOOK_SECRET("sms-webhook.secret", "", "secret", "The key of the signatures; better in a file."),
    SMS_WEBHOOK_SECRET_FILE("sms-webhook.secret-file", "", "file", "A file that holds the key."),
    AWS_REGION(
            "aws.region",
            "",
            "region",
            "The region for sending by AWS, where a pool names none; by default the pool's."),

    TRIGGER(
            "trigger",
            "",
            "ARN=code",
            "Where the function of an ARN is: the URL of an HTTP endpoint that takes the event, node:FILE#HANDLER, "
                    + "python:FILE#HANDLER, or exec:COMMAND."),
    TRIGGER_TIMEOUT("trigger-timeout", "5", "seconds", "How long a function may take; asked again twice after that."),
    LAMBDA_ENDPOINT(
            "lambda-endpoint",
            "",
            "URL",
            "A Lambda API for all other functions; `aws` for AWS's own. Signed with "
                    + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
    KMS_KEY(
            "kms-key",
            "",
            "ARN",
            "Keys for custom senders that are made at the start where they are missing, separated by blanks; or make "
                    + "them with `cognate kms create-key`."),
    KMS_ENDPOINT(
            "kms-endpoint",
            "",
            "URL",
            "A KMS instead of the server's own, for custom senders; `aws` for AWS's own. Signed like calls of Lambda."),

    PRIVATE_IDENTITY_PROVIDERS(
            "private-identity-providers",
            "no",
            "yes|no",
            "Whether identity providers may be at private addresses, on any port and without TLS.");

    private final String key;
    private final String preset;
    private final String form;
    private final String help;

    Setting(String key, String preset, String form, String help) {
        this.key = key;
        this.preset = preset;
        this.form = form;
        this.help = help;
    }

    /** The name in flags and in the file. */
    String key() {
        return key;
    }

    /** The name in the environment: {@code COGNATE_SMTP_HOST} for {@code smtp.host}. */
    String variable() {
        return "COGNATE_" + key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The value when nothing is set; empty for none. */
    String preset() {
        return preset;
    }

    /** What a value looks like. */
    String form() {
        return form;
    }

    /** One sentence on what it does. */
    String help() {
        return help;
    }

    /** Whether it is set several times, each time for another name: {@code --trigger <ARN>=<URL>}. */
    boolean isMap() {
        return this == TRIGGER || this == LIMIT;
    }
}
