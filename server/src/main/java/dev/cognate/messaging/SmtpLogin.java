package dev.cognate.messaging;

/**
 * Who logs in at an SMTP server.
 *
 * @param user the user
 * @param password the password; never printed
 */
public record SmtpLogin(String user, String password) {

    @Override
    public String toString() {
        return "SmtpLogin[" + user + ", ***]";
    }
}
