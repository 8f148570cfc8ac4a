package org.precert.sight;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What no thread caught: into the log, for the JVM would print it with its message. */
final class Uncaught implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

    @Override
    public void uncaughtException(Thread thread, Throwable trouble) {
        LOG.error("A thread broke off: {}", trouble.getClass().getName(), trouble);
    }
}
