package dev.cognate.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection's thread: sends the request that is next until there are no more. Read it when its thread has ended. */
final class Worker implements Runnable {
    /** In a row: the server is gone, and trying on would only spin. */
    private static final int MOST_LOST = 20;

    private static final Pattern TYPE = Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]*#)?([^\"]+)\"");

    private final Script script;
    private final HttpConnection connection;
    private final Pace pace;
    private final CountDownLatch start;
    private final Latencies.Log log = new Latencies.Log();
    private final Map<String, Long> faults = new HashMap<>();
    private long succeeded;
    private int lostInARow;

    Worker(Script script, HttpConnection connection, Pace pace, CountDownLatch start) {
        this.script = script;
        this.connection = connection;
        this.pace = pace;
        this.start = start;
    }

    @Override
    public void run() {
        try {
            start.await();
        } catch (InterruptedException stop) {
            return;
        }
        for (long number = pace.next(); number != Pace.OVER && lostInARow < MOST_LOST; number = pace.next()) {
            byte[] body = script.bodies().apply(pace.scripted(number)).getBytes(StandardCharsets.UTF_8);
            byte[] head = script.head(body.length);
            long due = pace.await(number);
            send(head, body);
            log.add(System.nanoTime() - due);
        }
    }

    private void send(byte[] head, byte[] body) {
        try {
            HttpConnection.Answer answer = connection.exchange(head, body);
            lostInARow = 0;
            if (answer.status() == 200) {
                succeeded++;
            } else {
                faults.merge(type(answer), 1L, Long::sum);
            }
        } catch (IOException lost) {
            lostInARow++;
            faults.merge("connection", 1L, Long::sum);
        }
    }

    private static String type(HttpConnection.Answer answer) {
        Matcher type = TYPE.matcher(answer.body());
        return type.find() ? type.group(1) : "status " + answer.status();
    }

    long succeeded() {
        return succeeded;
    }

    Map<String, Long> faults() {
        return faults;
    }

    Latencies.Log log() {
        return log;
    }
}
