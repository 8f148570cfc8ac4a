package org.precert.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chains in the database. Links are added, never changed; retention alone removes them, from the beginning. */
final class Chains {

    /** As many as the migration made. */
    static final int COUNT = 16;

    private static final String HEAD = "select chain, number, hash from audit_chain where chain = ? for update";
    private static final String HEADS = "select chain, number, hash from audit_chain where number > 0 order by chain";
    private static final String MOVE = "update audit_chain set number = ?, hash = ? where chain = ?";
    private static final String ADD =
            "insert into audit_link (chain, number, at, kind, body, previous, hash) values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final IntSupplier next;

    Chains(JdbcTemplate jdbc) {
        this(jdbc, () -> ThreadLocalRandom.current().nextInt(COUNT));
    }

    /** @param next which chain a transaction adds to */
    Chains(JdbcTemplate jdbc, IntSupplier next) {
        this.jdbc = jdbc;
        this.next = next;
    }

    /**
     * Adds links to one of the chains, whose end is held from now until the commit: to be called last in a transaction, and
     * once. Nothing else is waited for while it is held, so that no two can wait for each other.
     */
    void append(List<Stamped> entries) {
        int chain = next.getAsInt();
        ChainPoint head = jdbc.query(HEAD, (row, index) -> point(row), chain).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The audit chain " + chain + " has no head"));
        List<Object[]> rows = new ArrayList<>();
        for (Stamped entry : entries) {
            Link link = Link.after(head, entry);
            rows.add(row(link));
            head = link.point();
        }
        if (rows.size() == 1) {
            jdbc.update(ADD, rows.get(0));
        } else {
            jdbc.batchUpdate(ADD, rows);
        }
        jdbc.update(MOVE, head.number(), head.hash(), chain);
    }

    /** Where the chains end that have links. */
    List<ChainPoint> heads() {
        return jdbc.query(HEADS, (row, index) -> point(row));
    }

    private static Object[] row(Link link) {
        return new Object[] {
            link.chain(),
            link.number(),
            link.at().atOffset(ZoneOffset.UTC),
            link.kind(),
            link.body(),
            link.previous(),
            link.hash()
        };
    }

    static ChainPoint point(ResultSet row) throws SQLException {
        return new ChainPoint(row.getInt("chain"), row.getLong("number"), row.getString("hash"));
    }

    static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getInt("chain"),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("body"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
