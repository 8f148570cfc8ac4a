package org.precert.postgres;

import java.util.concurrent.TimeUnit;

/** How a PostgreSQL can go away, and come back. */
enum Outage {
    /** {@code pg_ctl stop -m fast} */
    STOPPED,
    /** {@code kill -9}: its connections break. */
    KILLED,
    /** {@code kill -STOP}: its connections stay open, and nothing comes. */
    HANGS;

    /** @return when it was there again, in nanoseconds */
    long happen(Postgres postgres, long millis) throws InterruptedException {
        switch (this) {
            case STOPPED -> postgres.stopFast();
            case KILLED -> postgres.kill();
            case HANGS -> postgres.hang();
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        if (this == HANGS) {
            postgres.goOn();
        } else {
            postgres.startAgain();
        }
        return System.nanoTime();
    }
}
