package org.precert.pas;

import java.util.Locale;

/** What became of documents that came in. */
enum Arrived {
    MATCHED,
    HELD,
    AGAIN;

    /** For metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
