package org.precert.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the histories of many cases, one after the other, and never more than a few hundred at a time. */
public final class CaseHistories {

    private static final int PAGE = 500;
    private static final String NEXT = """
            select case_id, number, at, body, actor from case_event
            where case_id in (
              select id from pa_case where id > ? and received_at < ? and changed_at >= ?
              order by id fetch first %d rows only)
            order by case_id, number""".formatted(PAGE);

    private final JdbcTemplate jdbc;
    private final CaseJson json = new CaseJson();

    CaseHistories(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the cases that came in before a time and have changed since another one, in no order that means anything. */
    public void read(Instant receivedBefore, Instant changedSince, Consumer<List<Recorded>> reader) {
        String last = "";
        for (List<Row> page = page(last, receivedBefore, changedSince);
                !page.isEmpty();
                page = page(last, receivedBefore, changedSince)) {
            split(page, reader);
            last = page.get(page.size() - 1).caseId();
        }
    }

    private record Row(String caseId, Recorded recorded) {}

    private List<Row> page(String after, Instant receivedBefore, Instant changedSince) {
        return jdbc.query(
                NEXT,
                (row, index) -> new Row(
                        row.getString("case_id"),
                        new Recorded(
                                row.getInt("number"),
                                row.getTimestamp("at").toInstant(),
                                json.actor(row.getBytes("actor")),
                                json.event(row.getBytes("body")))),
                after,
                Timestamp.from(receivedBefore),
                Timestamp.from(changedSince));
    }

    private static void split(List<Row> page, Consumer<List<Recorded>> reader) {
        List<Recorded> history = new ArrayList<>();
        String id = page.get(0).caseId();
        for (Row row : page) {
            if (!row.caseId().equals(id)) {
                reader.accept(List.copyOf(history));
                history.clear();
                id = row.caseId();
            }
            history.add(row.recorded());
        }
        reader.accept(List.copyOf(history));
    }
}
