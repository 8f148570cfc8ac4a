package org.precert.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what need not be kept any more from the beginnings of the chains: a link that must be kept keeps all that come after
 * it. Where a chain begins from then on stands beside it, and in a link of its own.
 */
final class Retention {

    private static final int AT_ONCE = 1000;

    private static final String CHAINS = """
            select chain, number, hash, anchor_number, anchor_hash from audit_chain order by chain for update""";
    private static final String FIRST = """
            select chain, number, at, kind, body, previous, hash from audit_link
            where chain = ? and number > ? and number < ? order by number limit ?""";
    private static final String REMOVE = "delete from audit_link where chain = ? and number <= ?";
    private static final String ANCHOR = "update audit_chain set anchor_number = ?, anchor_hash = ? where chain = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final KeepRules rules;
    private final Clock clock;

    Retention(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail, KeepRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trail = trail;
        this.rules = rules;
        this.clock = clock;
    }

    private record Chain(ChainPoint anchor, long last) {}

    /** @return how many links were removed */
    long sweep() {
        if (rules.areNone()) {
            return 0;
        }
        long all = 0;
        long some;
        do {
            some = Objects.requireNonNull(transaction.execute(status -> sweepSome()));
            all += some;
        } while (some > 0);
        return all;
    }

    private long sweepSome() {
        List<Chain> chains = jdbc.query(
                CHAINS,
                (row, index) -> new Chain(
                        new ChainPoint(row.getInt("chain"), row.getLong("anchor_number"), row.getString("anchor_hash")),
                        row.getLong("number")));
        List<ChainPoint> anchors = new ArrayList<>();
        long removed = 0;
        for (Chain chain : chains) {
            Optional<ChainPoint> next = end(chain);
            next.ifPresent(this::cut);
            removed +=
                    next.map(point -> point.number() - chain.anchor().number()).orElse(0L);
            ChainPoint anchor = next.orElse(chain.anchor());
            if (anchor.number() > 0) {
                anchors.add(anchor);
            }
        }
        if (removed > 0) {
            trail.record(new AuditEntry.Swept(anchors));
        }
        return removed;
    }

    /** The last of the first links that nobody has to keep; never the last of the chain. */
    private Optional<ChainPoint> end(Chain chain) {
        Instant now = clock.instant();
        Optional<ChainPoint> end = Optional.empty();
        for (Link link : jdbc.query(
                FIRST,
                (row, index) -> Chains.link(row),
                chain.anchor().chain(),
                chain.anchor().number(),
                chain.last(),
                AT_ONCE)) {
            if (!rules.isOver(link, now)) {
                break;
            }
            end = Optional.of(link.point());
        }
        return end;
    }

    private void cut(ChainPoint point) {
        jdbc.update(REMOVE, point.chain(), point.number());
        jdbc.update(ANCHOR, point.number(), point.hash(), point.chain());
    }
}
