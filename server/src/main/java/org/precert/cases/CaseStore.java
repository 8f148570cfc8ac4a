package org.precert.cases;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.CoveredRow;
import org.precert.audit.CoveredTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cases in the database. Each change is one transaction: the events, what lists and searches go by, and whatever
 * listeners write.
 */
public final class CaseStore {

    private static final String ADD_EVENT =
            "insert into case_event (case_id, number, at, kind, by_whom, body, actor) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String HISTORY =
            "select number, at, body, actor from case_event where case_id = ? order by number";
    private static final String VERSION = "select events from pa_case where id = ? for update";
    private static final String BY_KEY = """
            select distinct c.id, c.seq from pa_case c join case_key k on k.case_id = c.id
            where k.kind = ? and k.hash = ? order by c.seq desc""";
    private static final String TO_WATCH = """
            select id from pa_case where due_at is not null
              and (escalated = 0 and warn_at <= ? or escalated = 1 and due_at <= ?) order by due_at""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CaseRows rows;
    private final CaseJson json = new CaseJson();
    private final List<CaseListener> listeners;
    private final AuditTrail audit;
    private final Clock clock;

    CaseStore(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            List<CaseListener> listeners,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = new CaseRows(jdbc);
        this.listeners = List.copyOf(listeners);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a case; joins the transaction if there is one.
     *
     * @param keys by which it is to be found, beside what the case itself tells
     */
    public Case open(CaseEvent.Opened opened, Actor by, Collection<CaseKey> keys, List<CaseEvent> more) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Recorded first = new Recorded(1, clock.instant(), by, opened);
            Case state = Case.of(List.of(first));
            rows.add(state);
            return record(state, List.of(first), by, more, keys);
        }));
    }

    /**
     * Adds events to a case; joins the transaction if there is one.
     *
     * @param known as the caller read it
     * @throws Stale if it has changed since
     * @throws NotPossible if an event can not happen to it
     */
    public Case append(Case known, Actor by, List<CaseEvent> events, Collection<CaseKey> keys) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Integer> now = jdbc.queryForList(VERSION, Integer.class, known.id());
            if (now.isEmpty() || now.get(0) != known.events()) {
                throw new Stale();
            }
            return record(known, List.of(), by, events, keys);
        }));
    }

    private Case record(Case before, List<Recorded> first, Actor by, List<CaseEvent> events, Collection<CaseKey> keys) {
        List<Recorded> news = new ArrayList<>(first);
        Case state = before;
        for (CaseEvent event : events) {
            Recorded recorded = new Recorded(state.events() + 1, clock.instant(), by, event);
            state = state.after(recorded);
            news.add(recorded);
        }
        List<CoveredRow> covered = new ArrayList<>();
        for (Recorded recorded : news) {
            covered.add(add(state.id(), recorded));
        }
        audit.record(new AuditEntry.CaseEvents(
                state.id(), state.payer(), news.get(0).number(), names(news), by.audited(), covered));
        rows.update(state);
        if (first.isEmpty()) {
            rows.addKeys(state.id(), keys(state, keys));
        } else {
            rows.addFirstKeys(state.id(), keys(state, keys));
        }
        Case after = state;
        listeners.forEach(listener -> listener.changed(after, news));
        return after;
    }

    private CoveredRow add(String id, Recorded recorded) {
        Object[] row = {
            id,
            recorded.number(),
            Timestamp.from(recorded.at().truncatedTo(ChronoUnit.MICROS)),
            recorded.event().tell(EventName.INSTANCE),
            recorded.by().label(),
            json.bytes(recorded.event()),
            json.bytes(recorded.by())
        };
        jdbc.update(ADD_EVENT, row);
        return CoveredTable.CASE_EVENT.row(row);
    }

    private static List<String> names(List<Recorded> news) {
        return news.stream()
                .map(recorded -> recorded.event().tell(EventName.INSTANCE))
                .toList();
    }

    private static Set<CaseKey> keys(Case state, Collection<CaseKey> more) {
        Set<CaseKey> keys = new LinkedHashSet<>(more);
        keys.add(new CaseKey(CaseKey.Kind.NUMBER, state.number()));
        state.member().identifiers().forEach(id -> keys.add(new CaseKey(CaseKey.Kind.MEMBER, id)));
        state.requester().identifiers().forEach(id -> keys.add(new CaseKey(CaseKey.Kind.PARTY, id)));
        state.asks().forEach(ask -> keys.add(new CaseKey(CaseKey.Kind.CONTROL, ask.control())));
        for (Line line : state.lines()) {
            keys.add(new CaseKey(CaseKey.Kind.NUMBER, line.reference()));
            keys.add(new CaseKey(CaseKey.Kind.ASSERTION, line.basis().assertionId()));
            authorization(line.decision()).ifPresent(each -> keys.add(new CaseKey(CaseKey.Kind.NUMBER, each.number())));
        }
        return keys;
    }

    static Optional<Authorization> authorization(LineDecision decision) {
        if (decision instanceof LineDecision.Approved approved) {
            return Optional.of(approved.authorization());
        }
        return decision instanceof LineDecision.Modified modified
                ? Optional.of(modified.authorization())
                : Optional.empty();
    }

    public Optional<Case> find(String id) {
        List<Recorded> history = history(id);
        return history.isEmpty() ? Optional.empty() : Optional.of(Case.of(history));
    }

    /** Everything that happened, first things first; empty for a case that is not here. */
    public List<Recorded> history(String id) {
        return jdbc.query(
                HISTORY,
                (row, index) -> new Recorded(
                        row.getInt("number"),
                        row.getTimestamp("at").toInstant(),
                        json.actor(row.getBytes("actor")),
                        json.event(row.getBytes("body"))),
                id);
    }

    /** The cases with this key, the latest first. */
    public List<Case> find(CaseKey key) {
        return ids(key).stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Their ids: whoever looks for a few of many need not read them all. */
    public List<String> ids(CaseKey key) {
        return jdbc.query(
                BY_KEY, (row, index) -> row.getString("id"), key.kind().name(), key.hash());
    }

    /** Ids of open cases whose staff have to be told that time runs out, or ran out. */
    public List<String> toEscalate(Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.query(TO_WATCH, (row, index) -> row.getString("id"), at, at);
    }
}
