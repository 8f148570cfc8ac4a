package org.precert.cases.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the metrics need of a case's history, up to a moment.
 *
 * @param determined its first determination
 */
record Story(
        Where where, Instant receivedAt, Ending ending, Optional<Determined> determined, List<AppealDecided> appeals) {

    Story {
        appeals = List.copyOf(appeals);
    }

    /** How the request stood at that moment. */
    enum Ending {
        DETERMINED,
        OPEN,
        /** The provider took it back before it was decided. */
        WITHDRAWN,
        /** No authorization is needed for anything of it. */
        NOT_REQUIRED,
        /** It asks for nothing that is counted here. */
        OTHER
    }
}
