package org.precert.dtr.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.precert.postgres.WhereTestsRan;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What is reported again is counted; what is another trouble, client or hour has a row of its own. */
class TroubleLogTest {

    private static final Instant NOON = Instant.parse("2026-06-10T12:10:00Z");
    private static final Trouble DRUG = trouble("Drug");

    private final JdbcTemplate jdbc = database();

    @Test
    void aBurstIsOneRow() {
        keep(NOON, "springfield", List.of(DRUG, DRUG));
        keep(NOON.plusSeconds(60), "springfield", List.of(DRUG));
        assertThat(rows()).isEqualTo(1);
        assertThat(since(NOON))
                .singleElement()
                .isEqualTo(new TroubleCount(
                        "https://precert.example/fhir/Questionnaire/acme",
                        "1.0.0",
                        "Acme",
                        "Drug",
                        10,
                        "error",
                        "exception",
                        "",
                        3,
                        1,
                        "2026-06-10T12:10:00Z",
                        "2026-06-10T12:11:00Z"));
    }

    @Test
    void clientsAndHoursAreToldApart() {
        keep(NOON, "springfield", List.of(DRUG));
        keep(NOON, "shelbyville", List.of(DRUG));
        keep(NOON.plusSeconds(3600), "springfield", List.of(DRUG));
        assertThat(rows()).isEqualTo(3);
        assertThat(since(NOON)).singleElement().satisfies(count -> {
            assertThat(count.times()).isEqualTo(3);
            assertThat(count.clients()).isEqualTo(2);
        });
        assertThat(since(NOON.plusSeconds(1)))
                .singleElement()
                .satisfies(count -> assertThat(count.times()).isEqualTo(1));
        assertThat(since(NOON.plusSeconds(3601))).isEmpty();
    }

    @Test
    void theMostFrequentComesFirst() {
        keep(NOON, "", List.of(trouble("Route"), DRUG, DRUG, new Trouble(FormVersion.UNKNOWN, Issue.UNSAID)));
        assertThat(since(NOON))
                .extracting(TroubleCount::define, TroubleCount::times)
                .containsExactly(tuple("Drug", 2L), tuple("Route", 1L), tuple("", 1L));
        assertThat(since(NOON).get(2).line()).isNull();
    }

    @Test
    void callsAtTheSameTimeLoseNothing() {
        IntStream.range(0, 200).parallel().forEach(call -> keep(NOON, "springfield", List.of(DRUG)));
        assertThat(rows()).isEqualTo(1);
        assertThat(since(NOON))
                .singleElement()
                .satisfies(count -> assertThat(count.times()).isEqualTo(200));
    }

    private static Trouble trouble(String define) {
        return new Trouble(
                new FormVersion("https://precert.example/fhir/Questionnaire/acme", "1.0.0"),
                new Issue("error", "exception", "", new Place("Acme", define, 10)));
    }

    private void keep(Instant now, String client, List<Trouble> reported) {
        new TroubleLog(jdbc, Clock.fixed(now, ZoneOffset.UTC)).keep(client, reported);
    }

    private List<TroubleCount> since(Instant moment) {
        return new TroubleCounts(jdbc).since(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    private int rows() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from dtr_trouble", Integer.class));
    }

    private static JdbcTemplate database() {
        var source = new DriverManagerDataSource(WhereTestsRan.database());
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V4__dtr_trouble.sql")).execute(source);
        return new JdbcTemplate(source);
    }
}
