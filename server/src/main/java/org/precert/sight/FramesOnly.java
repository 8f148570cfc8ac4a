package org.precert.sight;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * Writes exceptions into the log by their kinds and places. Their messages quote what was worked on: a database the row that
 * it refused, a parser its source. Until the first request is taken there is nothing of a patient in memory, and an operator
 * has to read why a server does not start: so long they stand there, but for what a database says of its rows.
 */
public final class FramesOnly implements StackTracePrinter {

    private static final int FRAMES = 40;
    private static final int CHARACTERS = 16 * 1024;
    private static final int CAUSES = 20;

    private static final FramesOnly ALONE = new FramesOnly();

    private static volatile boolean serving;

    private final StandardStackTracePrinter silent = printer().withFormatter(FramesOnly::kind);
    private final StandardStackTracePrinter open = printer().withFormatter(FramesOnly::told);

    private static StandardStackTracePrinter printer() {
        return StandardStackTracePrinter.rootFirst()
                .withMaximumThrowableDepth(FRAMES)
                .withMaximumLength(CHARACTERS)
                .withLineSeparator("\n");
    }

    /** The first request was taken. */
    public static void serve() {
        if (!serving) {
            serving = true;
        }
    }

    /** Kinds and places alone, whatever the log is written by. */
    public static String of(Throwable trouble) {
        return ALONE.silent.printStackTraceToString(trouble);
    }

    @Override
    public void printStackTrace(Throwable trouble, Appendable into) throws IOException {
        (serving || quotesRows(trouble) ? silent : open).printStackTrace(trouble, into);
    }

    private static String kind(Throwable trouble) {
        String kind = trouble.getClass().getName();
        return trouble instanceof SQLException sql ? kind + " (SQLState " + sql.getSQLState() + ")" : kind;
    }

    private static String told(Throwable trouble) {
        return kind(trouble) + ": " + trouble.getMessage();
    }

    /** Data exceptions and violated constraints. */
    private static boolean quotesRows(Throwable trouble) {
        Throwable each = trouble;
        for (int i = 0; each != null && i < CAUSES; i++) {
            String state = each instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.startsWith("22") || state.startsWith("23")) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
