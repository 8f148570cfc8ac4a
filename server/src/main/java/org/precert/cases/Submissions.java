package org.precert.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.CoveredTable;
import org.precert.audit.Who;
import org.precert.storage.Packed;
import org.precert.storage.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was sent and what was answered, byte for byte, for the life of the authorization. The same request gets the same
 * bytes again, whenever it comes and to whichever node.
 */
public final class Submissions {

    private static final String FIND = """
            select id, hash, status, response, case_id, version, received_at from submission
            where client = ? and request_key = ?""";
    private static final String ADD = """
            insert into submission (id, client, request_key, hash, version, case_id, received_at, status, request,
              response) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REQUEST = "select request, version, received_at from submission where id = ?";

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    Submissions(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * @param hash of the request
     * @param caseId empty where no case came of it
     */
    public record Stored(String id, String hash, int status, Bytes response, Optional<String> caseId) {}

    /** @param version of the guide that it speaks */
    public record Sent(Bytes request, String version, Instant receivedAt) {}

    /**
     * @param client id of the registered client; empty for anybody
     * @param key what the client calls this request, of any length
     */
    public record Name(String client, String key) {}

    /** Somebody else stored the same name just now: read that. */
    public static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static String hash(byte[] request) {
        return Sha256.hex(request);
    }

    public Optional<Stored> find(Name name) {
        return jdbc
                .query(
                        FIND,
                        (row, index) -> new Stored(
                                row.getString("id"),
                                row.getString("hash"),
                                row.getInt("status"),
                                Bytes.of(Packed.unpack(row.getBytes("response"))),
                                Optional.ofNullable(row.getString("case_id"))),
                        name.client(),
                        key(name))
                .stream()
                .findFirst();
    }

    /**
     * Within the transaction of all else that the request changes.
     *
     * @throws Taken if a request of this name was stored meanwhile: nothing of this one may be kept
     */
    public void add(Name name, Sent sent, Stored answered) {
        Object[] row = {
            answered.id(),
            name.client(),
            key(name),
            answered.hash(),
            sent.version(),
            answered.caseId().orElse(null),
            Timestamp.from(sent.receivedAt().truncatedTo(ChronoUnit.MICROS)),
            answered.status(),
            Packed.pack(sent.request().array()),
            Packed.pack(answered.response().array())
        };
        try {
            jdbc.update(ADD, row);
        } catch (DuplicateKeyException e) {
            throw new Taken();
        }
        audit.record(new AuditEntry.Submission(
                answered.id(),
                answered.caseId().orElse(""),
                Who.client(name.client()),
                answered.status(),
                List.of(CoveredTable.SUBMISSION.row(row))));
    }

    /** What was sent, to be read again. */
    public Optional<Sent> sent(String id) {
        return jdbc
                .query(
                        REQUEST,
                        (row, index) -> new Sent(
                                Bytes.of(Packed.unpack(row.getBytes("request"))),
                                row.getString("version"),
                                row.getTimestamp("received_at").toInstant()),
                        id)
                .stream()
                .findFirst();
    }

    private static String key(Name name) {
        return Sha256.hex(name.key());
    }
}
