package dev.cognate.store;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's log, turned down: what it calls information is only for who debugs migrations. */
final class FlywayLog implements Log {
    private final Logger logger;

    FlywayLog(Class<?> source) {
        this.logger = LoggerFactory.getLogger(source);
    }

    @Override
    public void debug(String message) {
        logger.debug(message);
    }

    @Override
    public void info(String message) {
        logger.debug(message);
    }

    @Override
    public void notice(String message) {
        logger.debug(message);
    }

    @Override
    public void warn(String message) {
        logger.warn(message);
    }

    @Override
    public void error(String message) {
        logger.debug(message); // The exception that follows is what the operator sees.
    }

    @Override
    public void error(String message, Exception cause) {
        logger.debug(message, cause);
    }
}
