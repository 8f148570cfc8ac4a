package org.precert.limits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.precert.cases.Bytes;
import org.precert.review.Deadline;

/**
 * Reads what is sent, up to so many bytes and so long.
 *
 * @param time of the whole; the web server bounds each wait for the next byte
 */
record SentBody(int most, Duration time) {

    private static final int AT_ONCE = 8192;

    sealed interface Outcome {}

    record Whole(Bytes bytes) implements Outcome {}

    record Refused(Reason reason) implements Outcome {}

    /** @throws IOException if whoever sends it is gone, or what comes is no HTTP */
    Outcome read(InputStream in) throws IOException {
        Deadline deadline = Deadline.after(time);
        ByteArrayOutputStream all = new ByteArrayOutputStream(AT_ONCE);
        byte[] part = new byte[AT_ONCE];
        try {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                if (all.size() + length > most) {
                    return new Refused(Reason.LONG_BODY);
                }
                all.write(part, 0, length);
                if (deadline.over()) {
                    return new Refused(Reason.SLOW_BODY);
                }
            }
            return new Whole(Bytes.of(all.toByteArray()));
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                return new Refused(Reason.SLOW_BODY);
            }
            throw e;
        }
    }
}
