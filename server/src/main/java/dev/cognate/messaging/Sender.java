package dev.cognate.messaging;

/** In whose name, and by which of the pool's own settings, a message is sent. Reference: lifecycle D5. */
public sealed interface Sender permits MailSender, SmsSender {}
