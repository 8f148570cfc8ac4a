package org.precert.outgoing;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads of this package: none of them belongs to a request, and none keeps the server from ending. */
final class Threads {

    private Threads() {}

    /** Starts threads as they are needed, and lets them go. */
    static ThreadPoolExecutor pool(String name, int most, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons(name));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
