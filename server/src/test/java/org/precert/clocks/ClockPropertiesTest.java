package org.precert.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.precert.requirements.PasRequirement;

/** What holds of every request of the years 2024 to 2040, leap days and changed clocks among them. */
class ClockPropertiesTest {

    private static final List<String> ZONES = List.of("America/New_York", "America/Phoenix", "Pacific/Honolulu", "UTC");
    private static final Map<String, ClockTable> TABLES =
            ZONES.stream().collect(Collectors.toMap(Function.identity(), zone -> Tables.shipped(ZoneId.of(zone))));
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2040-12-31T23:59:59Z");

    @Property
    void isDueAfterReceiptAndNeverLaterThanTheRule(
            @ForAll("zones") String zone, @ForAll("questions") ClockQuestion question) {
        Due due = TABLES.get(zone).due(question);
        assertThat(due.at()).isAfter(question.receivedAt());
        assertThat(due.warnAt()).isAfter(question.receivedAt()).isBefore(due.at());
        assertThat(due.at()).isBeforeOrEqualTo(bound(rule(zone, due).time(), question.receivedAt(), zone));
    }

    @Property
    void neverGivesMoreTimeToAnExpeditedRequest(
            @ForAll("zones") String zone, @ForAll("questions") ClockQuestion question) {
        ClockTable table = TABLES.get(zone);
        assertThat(table.due(with(question, Urgency.EXPEDITED)).at())
                .isBeforeOrEqualTo(table.due(with(question, Urgency.STANDARD)).at());
    }

    @Property
    void neverGivesMoreTimeWhereTheLineIsUnknown(
            @ForAll("zones") String zone, @ForAll("questions") ClockQuestion question) {
        ClockTable table = TABLES.get(zone);
        ClockQuestion unknown = Tables.question("", question.subject(), question.urgency(), question.receivedAt());
        assertThat(table.due(unknown).at())
                .isBeforeOrEqualTo(table.due(question).at());
        assertThat(latest(table, unknown)).isBeforeOrEqualTo(latest(table, question));
    }

    @Property
    void isNotMadeLaterByOneQuestionMore(
            @ForAll("zones") String zone,
            @ForAll("several") List<ClockQuestion> questions,
            @ForAll("questions") ClockQuestion one) {
        ClockTable table = TABLES.get(zone);
        List<ClockQuestion> more = new ArrayList<>(questions);
        more.add(one);
        assertThat(table.due(more).at()).isBeforeOrEqualTo(table.due(questions).at());
    }

    @Property
    @PasRequirement("own@mixed-clock")
    void isTheShortestOfItsQuestionsInAnyOrder(
            @ForAll("zones") String zone, @ForAll("several") List<ClockQuestion> questions) {
        ClockTable table = TABLES.get(zone);
        Due due = table.due(questions);
        assertThat(questions.stream().map(each -> table.due(each).at())).contains(due.at());
        assertThat(questions)
                .allSatisfy(each ->
                        assertThat(due.at()).isBeforeOrEqualTo(table.due(each).at()));
        List<ClockQuestion> reversed = new ArrayList<>(questions);
        Collections.reverse(reversed);
        assertThat(table.due(reversed).at()).isEqualTo(due.at());
    }

    @Property
    void isExtendedByNoMoreThanTheMostAndPastNoOtherClock(
            @ForAll("zones") String zone, @ForAll("several") List<ClockQuestion> questions) {
        ClockTable table = TABLES.get(zone);
        Due due = table.due(questions);
        if (!due.isExtendable()) {
            return;
        }
        Instant extended = table.extended(due, questions.get(0).receivedAt()).at();
        assertThat(extended).isAfter(due.at());
        assertThat(Duration.between(due.at(), extended))
                .isLessThanOrEqualTo(Duration.ofDays(due.extensionDays()).plusHours(1));
        assertThat(questions).allSatisfy(each -> assertThat(extended).isBeforeOrEqualTo(latest(table, each)));
    }

    @Property
    void keepsTheTimeOfDayOverManyDays(@ForAll("zones") String zone, @ForAll("instants") Instant received) {
        Due due = TABLES.get(zone).due(Tables.question("commercial", Subject.SERVICE, Urgency.STANDARD, received));
        LocalDateTime wanted =
                LocalDateTime.ofInstant(received, ZoneId.of(zone)).plusDays(15);
        LocalDateTime said = LocalDateTime.ofInstant(due.at(), ZoneId.of(zone));
        boolean isNever = ZoneId.of(zone).getRules().getValidOffsets(wanted).isEmpty();
        assertThat(said).isEqualTo(isNever ? wanted.minusHours(1) : wanted);
        assertThat(said.toLocalDate()).isEqualTo(wanted.toLocalDate());
    }

    @Property
    void countsHoursExactly(@ForAll("zones") String zone, @ForAll("instants") Instant received) {
        Due due = TABLES.get(zone).due(Tables.question("medicaid", Subject.DRUG, Urgency.STANDARD, received));
        assertThat(Duration.between(received, due.at())).isEqualTo(Duration.ofHours(24));
    }

    @Property(tries = 50)
    void saysTheSameTwice(@ForAll("zones") String zone, @ForAll("questions") ClockQuestion question) {
        assertThat(Tables.shipped(ZoneId.of(zone)).due(question))
                .isEqualTo(TABLES.get(zone).due(question));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    /** Any second, and often one near a leap day, a change of the clocks (a request of 15 or 7 days before), or of the year. */
    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Instant> near = Combinators.combine(
                        Arbitraries.of(turns()),
                        Arbitraries.of(0, 1, 3, 7, 14, 15),
                        Arbitraries.integers().between(-7200, 7200))
                .as((turn, days, seconds) -> turn.minus(days, ChronoUnit.DAYS).plusSeconds(seconds));
        return Arbitraries.oneOf(any, near).filter(each -> !each.isBefore(FIRST) && !each.isAfter(LAST));
    }

    @Provide
    Arbitrary<ClockQuestion> questions() {
        return instants().flatMap(ClockPropertiesTest::received);
    }

    /** Of one request, so received at one time. */
    @Provide
    Arbitrary<List<ClockQuestion>> several() {
        return instants()
                .flatMap(received -> received(received).list().ofMinSize(1).ofMaxSize(5));
    }

    private static Arbitrary<ClockQuestion> received(Instant received) {
        return Combinators.combine(
                        Arbitraries.of("", "medicare-advantage", "medicaid", "chip", "commercial", "exchange", "odd"),
                        Arbitraries.of(Subject.class),
                        Arbitraries.of(Urgency.class))
                .as((line, subject, urgency) -> Tables.question(line, subject, urgency, received));
    }

    private static List<Instant> turns() {
        List<Instant> turns = new ArrayList<>();
        for (int year = 2024; year <= 2040; year++) {
            for (String day : List.of("-01-01T00:00:00", "-02-28T23:30:00", "-03-01T00:00:00")) {
                turns.add(Tables.newYork(year + day));
            }
        }
        Stream.iterate(
                        Tables.NEW_YORK.getRules().nextTransition(FIRST),
                        change -> change.getInstant().isBefore(LAST),
                        change -> Tables.NEW_YORK.getRules().nextTransition(change.getInstant()))
                .forEach(change -> turns.add(change.getInstant()));
        return turns;
    }

    private static ClockQuestion with(ClockQuestion question, Urgency urgency) {
        return new ClockQuestion(question.line(), question.subject(), urgency, question.state(), question.receivedAt());
    }

    private static Instant latest(ClockTable table, ClockQuestion question) {
        Due due = table.due(question);
        return due.isExtendable() ? table.extended(due, question.receivedAt()).at() : due.at();
    }

    private static ClockRule rule(String zone, Due due) {
        return TABLES.get(zone).rules().stream()
                .filter(each -> each.id().equals(due.rule()))
                .findFirst()
                .orElseThrow();
    }

    /** By another way than the one under test: java.time's own reading, which is never the earlier one. */
    private static Instant bound(AllowedTime time, Instant received, String zone) {
        if (time instanceof AllowedTime.Hours hours) {
            return received.plus(Duration.ofHours(hours.count()));
        }
        int days = ((AllowedTime.CalendarDays) time).count();
        return ZonedDateTime.ofInstant(received, ZoneId.of(zone))
                .toLocalDateTime()
                .plusDays(days)
                .atZone(ZoneId.of(zone))
                .withLaterOffsetAtOverlap()
                .toInstant();
    }
}
