package org.precert.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.CoveredTable;
import org.precert.audit.Who;
import org.precert.storage.Packed;
import org.precert.storage.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was sent beside requests, byte for byte: for a case, or held until a request asks for it by its control number.
 */
public final class Attachments {

    private static final String COLUMNS = "select id, client, case_id, received_at, version, facts from attachment ";
    private static final String BY_NAME = COLUMNS + """
            where client = ? and control_hash = ? and member_hash = ? and content_hash = ?""";
    private static final String OF_CASE = COLUMNS + "where case_id = ? order by seq";
    private static final String BODIES =
            "select id, received_at, version, body from attachment where case_id = ? order by seq";
    private static final String HELD = """
            select id, client, case_id, received_at, version, facts, member_hash from attachment
            where client = ? and control_hash = ? and case_id is null and received_at > ? order by seq""";
    private static final String ADD = """
            insert into attachment (id, client, control_hash, member_hash, content_hash, case_id, received_at, version,
              bytes, body, facts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ATTACH = "update attachment set case_id = ? where id = ? and case_id is null";
    private static final String EXPIRE = "delete from attachment where case_id is null and received_at <= ?";
    private static final String SIZE = "select coalesce(sum(bytes), 0) from attachment where case_id = ?";
    private static final String OVERDUE = """
            select distinct a.id, a.seq from attachment a
              join case_key c on c.kind = 'CONTROL' and c.hash = a.control_hash
              join pa_case p on p.id = c.case_id and p.client = a.client
            where a.case_id is null and a.received_at > ? order by a.seq""";
    private static final String ROW = """
            select client, control_hash, member_hash, content_hash, received_at, version, bytes, body, facts
            from attachment where id = ?""";
    private static final String BY_ID = COLUMNS + "where id = ? and case_id is null";

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    Attachments(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * What tells one from the others: the same sent twice is one.
     *
     * @param client id of the registered client; empty for anybody
     * @param control the attachment control number
     * @param member the member's id without its system, for systems are spelled in many ways
     * @param body all that was sent
     */
    public record Name(String client, String control, String member, Bytes body) {}

    /**
     * @param client who sent it
     * @param caseId empty while it is held
     * @param version of the guide at whose address it came in
     * @param facts what was sent, without the files that are for people alone
     */
    public record Kept(
            String id, String client, Optional<String> caseId, Instant receivedAt, String version, Bytes facts) {}

    /** @param facts what was sent, without the files that are for people alone */
    public record Arrived(Instant at, String version, Bytes facts) {}

    /** @param body all that was sent */
    public record Whole(String id, Instant receivedAt, String version, Bytes body) {}

    /** The same, if it was sent before. */
    public Optional<Kept> find(Name name) {
        return jdbc
                .query(
                        BY_NAME,
                        (row, index) -> kept(row),
                        name.client(),
                        hash(name.control()),
                        hash(name.member()),
                        Sha256.hex(name.body().array()))
                .stream()
                .findFirst();
    }

    /**
     * Joins the transaction if there is one.
     *
     * @param caseId empty to hold it
     * @throws Stale if the same came in meanwhile
     */
    public void add(String id, Name name, Optional<String> caseId, Arrived arrived) {
        try {
            jdbc.update(
                    ADD,
                    id,
                    name.client(),
                    hash(name.control()),
                    hash(name.member()),
                    Sha256.hex(name.body().array()),
                    caseId.orElse(null),
                    Timestamp.from(arrived.at()),
                    arrived.version(),
                    name.body().array().length,
                    Packed.pack(name.body().array()),
                    Packed.pack(arrived.facts().array()));
        } catch (DuplicateKeyException e) {
            throw new Stale();
        }
        if (caseId.isPresent()) {
            recordOf(id, caseId.get());
        } else {
            audit.record(new AuditEntry.Document(id, "", Who.client(name.client()), List.of()));
        }
    }

    /** From now on it is evidence, and stays. */
    private void recordOf(String id, String caseId) {
        AuditEntry entry = jdbc.queryForObject(
                ROW,
                (row, index) -> new AuditEntry.Document(
                        id,
                        caseId,
                        Who.client(row.getString("client")),
                        List.of(CoveredTable.ATTACHMENT.row(
                                id,
                                row.getString("client"),
                                row.getString("control_hash"),
                                row.getString("member_hash"),
                                row.getString("content_hash"),
                                row.getTimestamp("received_at"),
                                row.getString("version"),
                                row.getString("bytes"),
                                row.getBytes("body"),
                                row.getBytes("facts")))),
                id);
        audit.record(Objects.requireNonNull(entry));
    }

    /** All of a case, first things first. */
    public List<Kept> of(String caseId) {
        return jdbc.query(OF_CASE, (row, index) -> kept(row), caseId);
    }

    /** All of a case with the files that are for people alone. */
    public List<Whole> whole(String caseId) {
        return jdbc.query(
                BODIES,
                (row, index) -> new Whole(
                        row.getString("id"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("version"),
                        Bytes.of(Packed.unpack(row.getBytes("body")))),
                caseId);
    }

    /** How many bytes a case has. */
    public long size(String caseId) {
        Long size = jdbc.queryForObject(SIZE, Long.class, caseId);
        return size == null ? 0 : size;
    }

    /**
     * What waits for a request, first things first.
     *
     * @param members ids without their systems, of which one is meant
     * @param since what is older is no longer held
     */
    public List<Kept> held(String client, Collection<String> controls, Collection<String> members, Instant since) {
        Set<String> hashes = members.stream().map(Attachments::hash).collect(Collectors.toSet());
        return controls.stream()
                .distinct()
                .flatMap(control -> jdbc
                        .query(
                                HELD,
                                (row, index) -> hashes.contains(row.getString("member_hash"))
                                        ? Optional.of(kept(row))
                                        : Optional.<Kept>empty(),
                                client,
                                hash(control),
                                Timestamp.from(since))
                        .stream())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ids of what is held and need not be any more: some case of the same client has the control number. */
    public List<String> overdue(Instant since) {
        return jdbc.query(OVERDUE, (row, index) -> row.getString("id"), Timestamp.from(since));
    }

    public Optional<Kept> held(String id) {
        return jdbc.query(BY_ID, (row, index) -> kept(row), id).stream().findFirst();
    }

    /**
     * Joins the transaction if there is one.
     *
     * @throws Stale if somebody else has taken it
     */
    public void attach(String id, String caseId) {
        if (jdbc.update(ATTACH, caseId, id) == 0) {
            throw new Stale();
        }
        recordOf(id, caseId);
    }

    /** Forgets what nobody asked for in time. */
    public int expire(Instant before) {
        return jdbc.update(EXPIRE, Timestamp.from(before));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getString("client"),
                Optional.ofNullable(row.getString("case_id")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("version"),
                Bytes.of(Packed.unpack(row.getBytes("facts"))));
    }

    private static String hash(String text) {
        return Sha256.hex(text);
    }
}
