package org.precert.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.precert.review.Deadline;

/**
 * Ends what nobody reads. Tomcat would read the rest of a refused body to keep the connection, for as long as it drips; here that may
 * take so long and no longer, and the answer has gone out before.
 */
final class UnreadBodies extends ValveBase {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST = 2 * 1024 * 1024;

    UnreadBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !request.getCoyoteRequest().hasExpectation() && !isRead(request)) {
            response.finishResponse();
            if (!drained(request)) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private static boolean isRead(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static boolean drained(Request request) {
        Deadline deadline = Deadline.after(PATIENCE);
        Gone gone = new Gone();
        try {
            int all = 0;
            while (!deadline.over() && all <= MOST) {
                int length = request.getCoyoteRequest().doRead(gone);
                if (length < 0) {
                    return true;
                }
                all += length;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes what is read, and keeps nothing. */
    private static final class Gone implements ApplicationBufferHandler {

        private ByteBuffer latest = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            latest = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return latest;
        }

        @Override
        public void expand(int size) {
            // It is as large as what comes.
        }
    }
}
