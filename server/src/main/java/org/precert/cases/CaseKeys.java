package org.precert.cases;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is asked of the keys alone, without reading a case. */
public final class CaseKeys {

    private static final String HAS = "select 1 from case_key where case_id = ? and kind = ? and hash = ?";
    private static final String HOLD = "select number from member_turn where number = ? for update";
    private static final int TURNS = 64;

    private final JdbcTemplate jdbc;

    CaseKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everything that happened to the cases of a member up to now.
     *
     * @param cases how many there are
     * @param events how many they have, all together
     */
    public record Seen(List<CaseKey> member, long cases, long events) {

        public Seen {
            member = List.copyOf(member);
        }
    }

    public boolean has(String caseId, CaseKey key) {
        return !jdbc.queryForList(HAS, Integer.class, caseId, key.kind().name(), key.hash())
                .isEmpty();
    }

    /** @param member keys of one member */
    public Seen seen(Collection<CaseKey> member) {
        if (member.isEmpty()) {
            return new Seen(List.of(), 0, 0);
        }
        String places = member.stream().map(each -> "?").collect(Collectors.joining(", "));
        String tally = "select count(*) as cases, coalesce(sum(events), 0) as events from pa_case where id in "
                + "(select case_id from case_key where kind = 'MEMBER' and hash in (" + places + "))";
        return Objects.requireNonNull(jdbc.queryForObject(
                tally,
                (row, index) -> new Seen(List.copyOf(member), row.getLong("cases"), row.getLong("events")),
                member.stream().map(CaseKey::hash).toArray()));
    }

    /**
     * Lets one transaction after the other grant something to a member; within a transaction.
     *
     * @throws Stale if something has happened to a case of the member since
     */
    public void hold(Seen seen) {
        TreeSet<Integer> turns = new TreeSet<>();
        seen.member().forEach(key -> turns.add(Integer.parseInt(key.hash().substring(0, 4), 16) % TURNS));
        turns.forEach(turn -> jdbc.queryForList(HOLD, Integer.class, turn));
        if (!seen(seen.member()).equals(seen)) {
            throw new Stale();
        }
    }
}
