package org.precert.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes who looks at what is kept, before it is shown: the guide wants access to logs to be logged. */
final class AccessLog {

    private static final String ADD =
            "insert into log_access (id, at, what, assertion_id, by_whom, address) values (?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 100;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Supplier<String> ids;

    AccessLog(JdbcTemplate jdbc, Clock clock, Supplier<String> ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param by empty names are kept where nobody has signed in */
    void note(String what, StoredReview review, HttpServletRequest by) {
        note(what, review, Optional.ofNullable(by.getRemoteUser()).orElse(""), by.getRemoteAddr());
    }

    void note(String what, StoredReview review, String name, String address) {
        jdbc.update(
                ADD,
                ids.get(),
                Column.time(clock.instant()),
                what,
                review.assertionId(),
                Column.text(name, LONGEST_NAME),
                Column.text(address, LONGEST_ADDRESS));
    }
}
