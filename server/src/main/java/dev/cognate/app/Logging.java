package dev.cognate.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Where the log goes: the access log to standard output, a line of JSON for each request; everything else to standard
 * error. In Java rather than in a file, since reading a file would be a fifth of the time that a start takes. Logback
 * finds this class as a service.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    /** Called by logback. */
    public Logging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("ROOT")
                .addAppender(appender(
                        context,
                        "log",
                        "System.err",
                        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} - %msg%n%ex"));
        var access = context.getLogger("access");
        access.setAdditive(false);
        access.addAppender(appender(context, "access", "System.out", "%msg%n"));
        for (String chatty :
                new String[] {"io.helidon", "org.flywaydb", "com.zaxxer.hikari", "jakarta.mail", "org.eclipse.angus"}) {
            context.getLogger(chatty).setLevel(Level.WARN);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> appender(
            LoggerContext context, String name, String target, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setTarget(target);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
