package org.precert.sight;

import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** For whom a thread works, carried to the threads that go on with it. */
public final class Carried {

    private final Optional<Map<String, String>> context;

    private Carried(Optional<Map<String, String>> context) {
        this.context = context;
    }

    /** Of this thread. */
    public static Carried fromHere() {
        return new Carried(Optional.ofNullable(MDC.getCopyOfContextMap()).filter(each -> !each.isEmpty()));
    }

    /** Does the work as if this were the thread that it came from. */
    public void run(Runnable work) {
        if (context.isEmpty()) {
            work.run();
            return;
        }
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.setContextMap(context.get());
        try {
            work.run();
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }
}
