package org.precert.ledger.metrics;

/** The segments that the guide tells metrics apart by. */
enum Grouping {
    ALL("'all'") {
        @Override
        String of(Slice slice) {
            return "all";
        }
    },
    HOOK("e.door") {
        @Override
        String of(Slice slice) {
            return Slice.DOOR + slice.hook();
        }
    },
    CLIENT("e.client") {
        @Override
        String of(Slice slice) {
            return slice.client();
        }
    };

    private final String sql;

    Grouping(String sql) {
        this.sql = sql;
    }

    /** The expression that groups rows of exchanges. */
    String sql() {
        return sql;
    }

    /** The value of that expression. */
    abstract String of(Slice slice);
}
