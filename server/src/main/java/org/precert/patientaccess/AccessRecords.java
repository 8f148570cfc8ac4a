package org.precert.patientaccess;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Submissions;
import org.precert.storage.Packed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;

/** What members may read, in the database. What is over for more than a year is not told any more. */
final class AccessRecords {

    private static final String CLEAR_MEMBERS = "delete from patient_access_member where case_id = ?";
    private static final String CHANGE = """
            update patient_access set status = ?, open = ?, good_until = ?, last_changed = ?, eob = ?, eob_granted = ?
            where case_id = ?""";
    private static final String ADD = """
            insert into patient_access (status, open, good_until, last_changed, eob, eob_granted, case_id, payer)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_MEMBER = "insert into patient_access_member (case_id, hash) values (?, ?)";
    private static final String TOLD = " and (a.open or a.good_until >= ? or a.last_changed >= ?)";
    private static final String BY_ID =
            "select a.case_id, a.payer, a.eob, a.eob_granted from patient_access a where a.case_id = ?" + TOLD;
    private static final String BY_MEMBER = """
            select a.case_id, a.payer, a.eob, a.eob_granted from patient_access a
            where a.case_id in (select m.case_id from patient_access_member m where m.hash = ?)
              and a.last_changed >= ? and a.last_changed < ?""" + TOLD + " order by a.last_changed desc, a.case_id";

    private final JdbcTemplate jdbc;

    AccessRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param goodUntil the last day that something of it may be done
     * @param granted the resource without what was denied; empty where nothing is left
     */
    record Entry(
            String caseId,
            String payer,
            String status,
            boolean open,
            Optional<LocalDate> goodUntil,
            Instant lastChanged,
            String eob,
            Optional<String> granted) {}

    /**
     * @param id of the case
     * @param granted without what was denied; empty where nothing is left
     */
    record Found(String id, String payer, String eob, Optional<String> granted) {}

    /**
     * @param today the first day that an authorization must reach
     * @param since when it must have changed, else
     */
    record Kept(LocalDate today, Instant since) {}

    void put(Entry entry, Collection<String> members) {
        List<Object> values = new ArrayList<>();
        values.add(entry.status());
        values.add(entry.open());
        values.add(new SqlParameterValue(
                Types.DATE, entry.goodUntil().map(Date::valueOf).orElse(null)));
        values.add(Timestamp.from(entry.lastChanged()));
        values.add(Packed.pack(entry.eob().getBytes(UTF_8)));
        values.add(new SqlParameterValue(
                Types.VARBINARY,
                entry.granted().map(text -> Packed.pack(text.getBytes(UTF_8))).orElse(null)));
        values.add(entry.caseId());
        jdbc.update(CLEAR_MEMBERS, entry.caseId());
        if (jdbc.update(CHANGE, values.toArray()) == 0) {
            values.add(entry.payer());
            jdbc.update(ADD, values.toArray());
        }
        jdbc.batchUpdate(
                ADD_MEMBER,
                members.stream()
                        .map(token -> new Object[] {entry.caseId(), hash(token)})
                        .toList());
    }

    Optional<Found> find(String id, Kept kept) {
        return jdbc
                .query(BY_ID, (row, index) -> found(row), id, Date.valueOf(kept.today()), Timestamp.from(kept.since()))
                .stream()
                .findFirst();
    }

    /**
     * The latest first.
     *
     * @param member system|value
     * @param changed when, the end not included
     */
    List<Found> find(String member, Changed changed, Kept kept) {
        return jdbc.query(
                BY_MEMBER,
                (row, index) -> found(row),
                hash(member),
                Timestamp.from(changed.from()),
                Timestamp.from(changed.until()),
                Date.valueOf(kept.today()),
                Timestamp.from(kept.since()));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("case_id"),
                row.getString("payer"),
                new String(Packed.unpack(row.getBytes("eob")), UTF_8),
                Optional.ofNullable(row.getBytes("eob_granted")).map(bytes -> new String(Packed.unpack(bytes), UTF_8)));
    }

    private static String hash(String token) {
        return Submissions.hash(token.getBytes(UTF_8));
    }
}
