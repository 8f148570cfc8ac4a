package org.precert.postgres;

import java.nio.file.Path;

/** One PostgreSQL for all tests of a run; each server has a database of its own in it. */
public final class SharedPostgres {

    private SharedPostgres() {}

    /** Started when it is first asked for; it ends with the run. */
    private static final class Holder {

        static final Postgres RUNNING = Postgres.below(Path.of("target"));
    }

    public static Postgres get() {
        return Holder.RUNNING;
    }
}
