package org.precert.cases;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.clocks.Due;
import org.springframework.jdbc.core.JdbcTemplate;

/** The columns that lists, searches and metrics go by. They say nothing that the events do not. */
final class CaseRows {

    private static final String ADD = """
            insert into pa_case (id, number, payer, client, version, line_of_business, state, received_at, expedited,
              open_lines, extended, escalated, changed_at, events)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false, 0, ?, 0)""";
    private static final String UPDATE = """
            update pa_case set expedited = ?, open_lines = ?, extended = ?, escalated = ?, due_at = ?, warn_at = ?,
              changed_at = ?, closed_at = ?, events = ? where id = ?""";
    private static final String CLEAR_LINES = "delete from case_line where case_id = ?";
    private static final String ADD_LINE = """
            insert into case_line (case_id, sequence, standing, reason, subject, code_system, code, service_from,
              service_until, determination, policy, authorization_number, authorized_from, authorized_until, decided_at,
              decided_by, appealed, crd_differs)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_KEY = "insert into case_key (case_id, kind, hash) values (?, ?, ?)";
    private static final String ADD_MISSING_KEY = """
            insert into case_key (case_id, kind, hash) select c.id, k.kind, k.hash
            from pa_case c, (values (cast(? as varchar(20)), cast(? as varchar(64)))) as k (kind, hash)
            where c.id = ? and not exists
              (select 1 from case_key o where o.case_id = c.id and o.kind = k.kind and o.hash = k.hash)""";
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;

    CaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Case state) {
        jdbc.update(
                ADD,
                state.id(),
                state.number(),
                state.payer(),
                cut(state.requester().client()),
                state.version(),
                cut(state.member().lineOfBusiness()),
                cut(state.member().state()),
                Timestamp.from(state.receivedAt()),
                state.expedited(),
                Timestamp.from(state.changedAt()));
    }

    void update(Case state) {
        jdbc.update(
                UPDATE,
                state.expedited(),
                state.lines().stream().filter(line -> line.decision().isOpen()).count(),
                state.extended(),
                state.escalated(),
                time(state.due().map(Due::at)),
                time(state.due().map(Due::warnAt)),
                Timestamp.from(state.changedAt()),
                state.isOpen() ? null : Timestamp.from(state.changedAt()),
                state.events(),
                state.id());
        jdbc.update(CLEAR_LINES, state.id());
        jdbc.batchUpdate(
                ADD_LINE, state.lines().stream().map(line -> row(state, line)).toList());
    }

    private static Object[] row(Case state, Line line) {
        Standing standing = line.decision().tell(Standing.OF);
        Optional<Authorization> authorization = CaseStore.authorization(line.decision());
        return new Object[] {
            state.id(),
            line.sequence(),
            standing.name(),
            standing.reason(),
            line.subject().name(),
            cut(line.service().code().system()),
            cut(line.service().code().code()),
            day(line.service().from()),
            day(line.service().until()),
            line.basis().determination().code(),
            cut(line.basis().policy()),
            authorization.map(Authorization::number).orElse(null),
            day(authorization.map(Authorization::from)),
            day(authorization.map(Authorization::until)),
            Timestamp.from(line.decidedAt()),
            standing.by(),
            line.wasAppealed(),
            line.basis().earlier().filter(Basis.Earlier::differs).isPresent()
        };
    }

    /** Of a case that is new. */
    void addFirstKeys(String id, Collection<CaseKey> keys) {
        jdbc.batchUpdate(
                ADD_KEY,
                keys.stream()
                        .map(key -> new Object[] {id, key.kind().name(), key.hash()})
                        .toList());
    }

    /** Of a case that may have some of them. */
    void addKeys(String id, Collection<CaseKey> keys) {
        jdbc.batchUpdate(
                ADD_MISSING_KEY,
                keys.stream()
                        .map(key -> new Object[] {key.kind().name(), key.hash(), id})
                        .toList());
    }

    private static @Nullable Timestamp time(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }

    private static @Nullable Date day(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
