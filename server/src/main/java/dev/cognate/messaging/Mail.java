package dev.cognate.messaging;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A message as an email: HTML in UTF-8. Nothing of it can add a header: addresses with control characters are refused,
 * in the subject they become spaces.
 */
final class Mail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * The email of a message.
     *
     * @param from the sender of messages that have none
     * @throws AddressException an address is none
     */
    static Mail of(Message message, Session session, String from) throws MessagingException {
        MailSender sender = message.mailSender();
        InternetAddress fromAddress = address(sender.from() == null ? from : sender.from());
        Mail mail = new Mail(session, "<" + message.id() + "@" + domain(fromAddress) + ">");
        mail.setFrom(fromAddress);
        mail.setRecipient(RecipientType.TO, address(message.destination()));
        String replyTo = sender.replyTo();
        if (replyTo != null) {
            mail.setReplyTo(new InternetAddress[] {address(replyTo)});
        }
        mail.setSubject(oneLine(message.subject()), UTF_8);
        mail.setSentDate(Date.from(message.createdAt()));
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday replies
        mail.setText(message.body(), UTF_8, "html");
        mail.saveChanges();
        return mail;
    }

    /** The same id each time the message is sent: who receives it twice can tell. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /**
     * One address, with or without a name, in the form that may stand in a header.
     *
     * @throws AddressException it is none
     */
    static InternetAddress address(String text) throws AddressException {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new AddressException("control character in an address");
        }
        InternetAddress[] one = InternetAddress.parse(text, true);
        if (one.length != 1 || one[0].isGroup()) {
            throw new AddressException("not exactly one address");
        }
        String plain = one[0].getAddress();
        int at = plain.lastIndexOf('@');
        if (at < 0) {
            throw new AddressException("no domain in an address");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(plain.substring(0, at))) {
            throw new AddressException("a local part that is not ASCII (SMTPUTF8) is not supported");
        }
        one[0].setAddress(plain.substring(0, at + 1) + ascii(plain.substring(at + 1)));
        return withEncodedName(one[0]);
    }

    private static InternetAddress withEncodedName(InternetAddress address) throws AddressException {
        try {
            address.setPersonal(address.getPersonal(), UTF_8);
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String ascii(String domain) throws AddressException {
        try {
            return domain.startsWith("[") ? domain : IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomain) {
            throw new AddressException("no domain name in an address");
        }
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private static String oneLine(@Nullable String subject) {
        return subject == null ? "" : subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
