package org.precert.sight;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** Lines for people: time, level, request, logger and message; exceptions as {@link FramesOnly} writes them. */
public final class PlainLines implements StructuredLogFormatter<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final int SHOWN = 8;

    private final FramesOnly frames = new FramesOnly();

    @Override
    public String format(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200)
                .append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .append(' ')
                .append(event.getLevel())
                .append(event.getLevel().toString().length() < 5 ? "  " : " ")
                .append(request(event))
                .append(' ')
                .append(simple(event.getLoggerName()))
                .append(": ")
                .append(event.getFormattedMessage())
                .append('\n');
        if (event.getThrowableProxy() instanceof ThrowableProxy trouble) {
            line.append(frames.printStackTraceToString(trouble.getThrowable()));
        }
        return line.toString();
    }

    private static String request(ILoggingEvent event) {
        String id = event.getMDCPropertyMap().get(Correlation.REQUEST);
        return id == null ? "--------" : id.substring(0, SHOWN);
    }

    private static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
