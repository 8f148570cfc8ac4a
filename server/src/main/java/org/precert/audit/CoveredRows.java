package org.precert.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares rows of other tables with what they were when they were recorded. */
final class CoveredRows {

    private static final int AT_ONCE = 100;

    private final JdbcTemplate jdbc;

    CoveredRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the first that does not hold, if one does not */
    Optional<BrokenLink> firstBroken(List<Walk.Claim> claims) {
        for (int from = 0; from < claims.size(); from += AT_ONCE) {
            List<Walk.Claim> some = claims.subList(from, Math.min(claims.size(), from + AT_ONCE));
            Map<CoveredTable, Map<String, String>> now = now(some);
            for (Walk.Claim claim : some) {
                CoveredRow row = claim.row();
                String hash = now.getOrDefault(row.table(), Map.of()).get(row.key());
                if (!row.hash().equals(hash)) {
                    Flaw flaw = hash == null ? Flaw.ROW_GONE : Flaw.ROW_CHANGED;
                    return Optional.of(
                            new BrokenLink(claim.by(), flaw, row.table().code() + " " + row.key()));
                }
            }
        }
        return Optional.empty();
    }

    private Map<CoveredTable, Map<String, String>> now(List<Walk.Claim> claims) {
        Map<CoveredTable, Set<String>> keys = new EnumMap<>(CoveredTable.class);
        claims.forEach(claim -> keys.computeIfAbsent(claim.row().table(), table -> new LinkedHashSet<>())
                .add(claim.row().key()));
        Map<CoveredTable, Map<String, String>> hashes = new EnumMap<>(CoveredTable.class);
        keys.forEach((table, wanted) -> hashes.put(table, hashes(table, List.copyOf(wanted))));
        return hashes;
    }

    private Map<String, String> hashes(CoveredTable table, List<String> keys) {
        String place = table.keys().stream().map(each -> "?").collect(Collectors.joining(", ", "(", ")"));
        String query = "select " + String.join(", ", table.columns()) + " from " + table.code() + " where ("
                + String.join(", ", table.keys()) + ") in ("
                + keys.stream().map(each -> place).collect(Collectors.joining(", ")) + ")";
        Map<String, String> hashes = new HashMap<>();
        jdbc.query(
                query,
                row -> {
                    CoveredRow found = table.row(values(row));
                    hashes.put(found.key(), found.hash());
                },
                keys.stream().flatMap(key -> values(table, key)).toArray());
        return hashes;
    }

    /** Of a key that has two values, the second is a number. */
    private static Stream<Object> values(CoveredTable table, String key) {
        String[] parts = key.split("/", table.keys().size());
        return parts.length == 1 ? Arrays.stream(parts) : Stream.of(parts[0], number(parts[1]));
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static @Nullable Object[] values(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (row.getMetaData().getColumnType(i + 1)) {
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(i + 1, OffsetDateTime.class);
                case Types.DATE -> row.getObject(i + 1, LocalDate.class);
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> row.getBytes(i + 1);
                default -> row.getString(i + 1);
            };
        }
        return values;
    }
}
