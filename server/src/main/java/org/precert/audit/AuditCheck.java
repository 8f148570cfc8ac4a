package org.precert.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole record again, with all that it covers, and names the first broken link of each chain. */
public final class AuditCheck {

    private static final int PAGE = 500;

    private static final String CHAINS =
            "select chain, number, hash, anchor_number, anchor_hash from audit_chain order by chain";
    private static final String OTHERS = "select distinct chain from audit_link where chain < 0 or chain >= ?";
    private static final String LINKS = """
            select chain, number, at, kind, body, previous, hash from audit_link
            where chain = ? and number > ? order by number limit ?""";
    private static final String HASH = "select hash from audit_link where chain = ? and number = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final CoveredRows rows;

    /** @param snapshot a transaction that sees nothing of what is written meanwhile */
    AuditCheck(JdbcTemplate jdbc, TransactionTemplate snapshot) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
        this.rows = new CoveredRows(jdbc);
    }

    /** @param expected links that were seen once, and must still be what they were */
    public Verification verify(Collection<ChainPoint> expected) {
        return Objects.requireNonNull(snapshot.execute(status -> verified(expected)));
    }

    private Verification verified(Collection<ChainPoint> expected) {
        Map<Integer, Verification.Extent> extents = extents();
        Map<Integer, BrokenLink> broken = new HashMap<>();
        Testimony testimony = new Testimony();
        expected.forEach(testimony::hear);
        long links = 0;
        long covered = 0;
        for (int chain = 0; chain < Chains.COUNT; chain++) {
            Verification.Extent extent = extents.get(chain);
            if (extent == null) {
                broken.put(chain, new BrokenLink(chain, 0, Flaw.NO_HEAD, ""));
                continue;
            }
            Along along = along(extent, testimony);
            links += along.links;
            covered += along.rows;
            along.broken.ifPresent(each -> keepFirst(broken, each));
        }
        jdbc.queryForList(OTHERS, Integer.class, Chains.COUNT)
                .forEach(chain -> broken.put(chain, new BrokenLink(chain, 0, Flaw.NO_HEAD, "")));
        extents.forEach((chain, extent) -> anchor(extent, testimony).ifPresent(each -> keepFirst(broken, each)));
        testimony.seen().forEach(seen -> unseen(seen, extents).ifPresent(each -> keepFirst(broken, each)));
        return new Verification(List.copyOf(extents.values()), links, covered, List.copyOf(broken.values()));
    }

    private record Along(long links, long rows, Optional<BrokenLink> broken) {}

    private Along along(Verification.Extent extent, Testimony testimony) {
        Walk walk = new Walk(extent.anchor(), testimony);
        Optional<BrokenLink> row = Optional.empty();
        long covered = 0;
        long last = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            List<Link> page = jdbc.query(
                    LINKS, (each, index) -> Chains.link(each), extent.anchor().chain(), last, PAGE);
            more = page.size() == PAGE;
            for (Link link : page) {
                last = link.number();
                if (!walk.step(link)) {
                    more = false;
                    break;
                }
            }
            List<Walk.Claim> claims = walk.takeClaims();
            covered += claims.size();
            row = rows.firstBroken(claims);
            more = more && row.isEmpty();
        }
        // A row belongs to a link before the one that is broken.
        return new Along(walk.links(), covered, row.isPresent() ? row : walk.end(extent.head()));
    }

    private Map<Integer, Verification.Extent> extents() {
        Map<Integer, Verification.Extent> extents = new TreeMap<>();
        List<Verification.Extent> all = jdbc.query(
                CHAINS,
                (row, index) -> new Verification.Extent(
                        new ChainPoint(row.getInt("chain"), row.getLong("anchor_number"), row.getString("anchor_hash")),
                        Chains.point(row)));
        all.forEach(each -> extents.put(each.head().chain(), each));
        return extents;
    }

    private static Optional<BrokenLink> anchor(Verification.Extent extent, Testimony testimony) {
        ChainPoint said = testimony.anchor(extent.anchor().chain());
        return said.equals(extent.anchor())
                ? Optional.empty()
                : Optional.of(new BrokenLink(extent.anchor(), Flaw.ANCHOR, "by the last sweep: " + said.number()));
    }

    private Optional<BrokenLink> unseen(Testimony.Seen seen, Map<Integer, Verification.Extent> extents) {
        ChainPoint point = seen.point();
        Verification.Extent extent = extents.get(point.chain());
        if (extent != null && point.number() < extent.anchor().number()) {
            return Optional.empty();
        }
        boolean isAnchor = extent != null && point.equals(extent.anchor());
        boolean holds = isAnchor
                || jdbc.queryForList(HASH, String.class, point.chain(), point.number())
                        .contains(point.hash());
        return holds ? Optional.empty() : Optional.of(new BrokenLink(point, Flaw.NOT_AS_SEEN, seen.by()));
    }

    private static void keepFirst(Map<Integer, BrokenLink> broken, BrokenLink one) {
        broken.merge(one.chain(), one, (before, now) -> now.number() < before.number() ? now : before);
    }
}
