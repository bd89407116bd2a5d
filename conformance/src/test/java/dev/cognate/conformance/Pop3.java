package dev.cognate.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Reads a mailbox by POP3 (RFC 1939): as much of it as the tests need. */
final class Pop3 implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader answers;

    /** Opens the mailbox of an address whose password is the address. */
    Pop3(int port, String address) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            answer();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ask("USER " + address);
        ask("PASS " + address);
    }

    /** How many mails are in the mailbox. */
    int count() {
        return Integer.parseInt(ask("STAT").split(" ", -1)[1]);
    }

    /** A mail as it arrived, without the dots that the protocol stuffs. */
    String mail(int number) {
        ask("RETR " + number);
        StringBuilder mail = new StringBuilder();
        for (String line = line(); !line.equals("."); line = line()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return mail.toString();
    }

    private String ask(String command) {
        try {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            return answer();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String answer() {
        String answer = line();
        if (!answer.startsWith("+OK")) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    private String line() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("The mail server hung up");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
