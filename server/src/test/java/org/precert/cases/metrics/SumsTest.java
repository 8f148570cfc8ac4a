package org.precert.cases.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.Case;
import org.precert.cases.CaseWorld;
import org.precert.cases.LineDecision;
import org.precert.cases.NotPossible;
import org.precert.clocks.Subject;
import org.precert.requirements.PasRequirement;

/** Whatever happens to cases, the numbers add up. Histories are thrown by dice, always the same ones. */
class SumsTest {

    private static final List<Integer> YEARS = List.of(2025, 2026, 2027);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @PasRequirement("own@metrics-add-up")
    void whateverHappensTheNumbersAddUp(long seed) {
        CaseWorld world = new CaseWorld();
        Random dice = new Random(seed);
        world.at("2025-06-01T00:00:00Z");
        int requests = 60;
        for (int i = 0; i < requests; i++) {
            live(world, dice);
        }
        for (Subject subject : Subject.values()) {
            long decidedEver = 0;
            for (int year : YEARS) {
                Tally tally = tally(world, year, subject);
                Tally.Urgent standard = tally.of(false);
                Tally.Urgent expedited = tally.of(true);
                for (Tally.Urgent urgent : List.of(standard, expedited)) {
                    assertThat(urgent.approved() + urgent.denied())
                            .isEqualTo(urgent.decided().size());
                    assertThat(urgent.count(Result.APPROVED) + urgent.count(Result.APPROVED_OTHERWISE))
                            .isEqualTo(urgent.approved());
                }
                assertThat(standard.decided().size() + expedited.decided().size())
                        .isEqualTo(tally.decided().size());
                assertThat(tally.received(Story.Ending.DETERMINED)
                                + tally.received(Story.Ending.OPEN)
                                + tally.received(Story.Ending.WITHDRAWN)
                                + tally.received(Story.Ending.NOT_REQUIRED))
                        .isEqualTo(tally.received(story -> true));
                assertThat(tally.decided()).noneMatch(each -> each.took().isNegative());
                decidedEver += tally.decided().size();
            }
            // Nothing counts in two years, and nothing falls between them.
            assertThat(decidedEver)
                    .isEqualTo(tally(world, 2027, subject).stories().stream()
                            .filter(story -> story.determined().isPresent())
                            .count())
                    .isPositive();
        }
    }

    /** All stories up to the end of that year, whenever they changed. */
    private static Tally tally(CaseWorld world, int year, Subject subject) {
        ReportYear of = new ReportYear(year, world.getZone());
        List<Story> stories = new java.util.ArrayList<>();
        world.histories()
                .read(
                        of.until(),
                        year == 2027 ? new ReportYear(2020, world.getZone()).from() : of.from(),
                        history -> stories.add(StoryReader.read(history, subject, of.until())));
        return new Tally(of, stories);
    }

    private static void live(CaseWorld world, Random dice) {
        world.later(Duration.ofHours(dice.nextInt(200)));
        CaseWorld.Request request = world.request();
        int lines = 1 + dice.nextInt(3);
        for (int line = 0; line < lines; line++) {
            LineDecision first = switch (dice.nextInt(5)) {
                case 0 -> world.approved();
                case 1 -> new LineDecision.NotRequired("None is needed");
                default -> CaseWorld.pended();
            };
            request.line(dice.nextInt(3) == 0 ? Subject.DRUG : Subject.SERVICE, first);
        }
        Case state = (dice.nextBoolean() ? request.expedited() : request).open();
        int steps = dice.nextInt(8);
        for (int step = 0; step < steps; step++) {
            world.later(Duration.ofHours(dice.nextInt(100)));
            state = happen(world, state, 1 + dice.nextInt(lines), dice);
        }
    }

    private static Case happen(CaseWorld world, Case state, int line, Random dice) {
        try {
            return switch (dice.nextInt(8)) {
                case 0, 1 -> world.approve(state, line);
                case 2 -> world.deny(state, line);
                case 3 -> world.decide(state, CaseWorld.OTHER, line, world.modified());
                case 4 -> world.cancel(state, line);
                case 5 -> world.extend(state);
                default -> world.appeal(state, line);
            };
        } catch (NotPossible e) {
            return state;
        }
    }
}
