package org.precert.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is changed in whichever column of whichever link, the record is not sound any more. */
class AnyByteIsFoundPropertiesTest {

    private static final int LINKS = 6;
    private static final List<String> TEXTS = List.of("kind", "body", "previous", "hash");
    private static final AuditWorld WORLD = new AuditWorld().inChain(1).record(LINKS);
    private static final Map<String, Integer> LONGEST =
            Map.of("kind", 30, "body", 1_000_000, "previous", 64, "hash", 64);

    @Property(tries = 300)
    void aCharacterOfAText(
            @ForAll @IntRange(min = 0, max = 3) int column,
            @ForAll @IntRange(min = 1, max = LINKS) int number,
            @ForAll @IntRange(min = 0, max = 1000) int place,
            @ForAll @IntRange(min = 1, max = 127) int other) {
        String name = TEXTS.get(column);
        String before = WORLD.jdbc()
                .queryForObject(
                        "select " + name + " from audit_link where chain = 1 and number = ?", String.class, number);
        int at = place % before.length();
        char now = (char) (before.charAt(at) == other ? other + 1 : other);
        String after = before.substring(0, at) + now + before.substring(at + 1);
        assertThat(after.length()).isLessThanOrEqualTo(LONGEST.get(name));
        changed(name, number, before, after);
    }

    @Property(tries = 50)
    void aTime(@ForAll @IntRange(min = 1, max = LINKS) int number, @ForAll long shift) {
        long micros = 1 + Math.floorMod(shift, 1_000_000_000_000L);
        Instant before =
                new AuditLinks(WORLD.jdbc()).find(1, number).orElseThrow().at();
        changed("at", number, Timestamp.from(before), Timestamp.from(before.plus(micros, ChronoUnit.MICROS)));
    }

    @Property(tries = 50)
    void anEnd(
            @ForAll @IntRange(min = 0, max = 15) int chain,
            @ForAll @IntRange(min = 0, max = 3) int column,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String name = List.of("number", "hash", "anchor_number", "anchor_hash").get(column);
        Object before = WORLD.jdbc()
                .queryForMap("select " + name + " as v from audit_chain where chain = ?", chain)
                .get("V");
        Object after =
                before instanceof Long number ? (Object) (number + shift) : flipped(String.valueOf(before), shift);
        WORLD.jdbc().update("update audit_chain set " + name + " = ? where chain = ?", after, chain);
        assertThat(WORLD.verify().broken())
                .singleElement()
                .extracting(BrokenLink::chain)
                .isEqualTo(chain);
        WORLD.jdbc().update("update audit_chain set " + name + " = ? where chain = ?", before, chain);
        assertThat(WORLD.verify().sound()).isTrue();
    }

    private static String flipped(String hash, int at) {
        char now = hash.charAt(at) == 'a' ? 'b' : 'a';
        return hash.substring(0, at) + now + hash.substring(at + 1);
    }

    private static void changed(String column, int number, Object before, Object after) {
        String sql = "update audit_link set " + column + " = ? where chain = 1 and number = ?";
        WORLD.jdbc().update(sql, after, number);
        assertThat(WORLD.verify().broken())
                .singleElement()
                .extracting(BrokenLink::chain, BrokenLink::number)
                .containsExactly(1, (long) number);
        WORLD.jdbc().update(sql, before, number);
        assertThat(WORLD.verify().sound()).isTrue();
    }
}
