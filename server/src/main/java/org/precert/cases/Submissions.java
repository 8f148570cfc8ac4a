package org.precert.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.precert.storage.Packed;
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

    Submissions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        return CaseKey.sha256(request);
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
        try {
            jdbc.update(
                    ADD,
                    answered.id(),
                    name.client(),
                    key(name),
                    answered.hash(),
                    sent.version(),
                    answered.caseId().orElse(null),
                    Timestamp.from(sent.receivedAt()),
                    answered.status(),
                    Packed.pack(sent.request().array()),
                    Packed.pack(answered.response().array()));
        } catch (DuplicateKeyException e) {
            throw new Taken();
        }
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
        return CaseKey.sha256(name.key().getBytes(UTF_8));
    }
}
