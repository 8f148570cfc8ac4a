package org.precert.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;

/** Whatever is tried on a case, in whatever order and by whoever: nobody is denied care but by a person who may. */
class NoDenialWithoutAPersonPropertiesTest {

    private static final int STEPS = 60;
    private static final CaseJson JSON = new CaseJson();

    @Property(tries = 2_000)
    @PasRequirement("own@no-machine-denies")
    void everyDenialIsSignedByThePersonWhoDecidedItAndMayOrIsTheContracts(@ForAll long seed) {
        new History(new Random(seed)).run();
    }

    /** Were every try refused, the property would hold of nothing. */
    @Test
    void theHistoriesHaveDenialsAppealsAndModifications() {
        int denied = 0;
        int appealed = 0;
        int modified = 0;
        for (int seed = 0; seed < 500; seed++) {
            History history = new History(new Random(seed));
            history.run();
            denied += history.denials;
            appealed += history.appeals;
            modified += history.modifications;
        }
        assertThat(denied).isGreaterThan(50);
        assertThat(appealed).isGreaterThan(10);
        assertThat(modified).isGreaterThan(10);
    }

    /** One case and what happened to it. */
    private static final class History {

        private final RandomEvents events;
        private final List<Recorded> kept = new ArrayList<>();
        private int denials;
        private int appeals;
        private int modifications;

        History(Random random) {
            this.events = new RandomEvents(random);
        }

        void run() {
            Optional<Case> state = open();
            for (int step = 0; step < STEPS && state.isPresent(); step++) {
                state = Optional.of(next(state.get()));
                assertThat(Case.of(kept)).as("its events tell all").isEqualTo(state.get());
            }
        }

        private Optional<Case> open() {
            try {
                Recorded first = new Recorded(1, RandomEvents.START, events.actor(), events.opened());
                roundTrip(first);
                Case state = Case.of(List.of(first));
                kept.add(first);
                state.lines().forEach(line -> checkNew(line, first.by()));
                return Optional.of(state);
            } catch (NotPossible e) {
                return Optional.empty();
            }
        }

        private Case next(Case before) {
            try {
                Recorded recorded = new Recorded(
                        before.events() + 1,
                        RandomEvents.START.plusSeconds(before.events()),
                        events.actor(),
                        events.event());
                roundTrip(recorded);
                Case after = before.after(recorded);
                kept.add(recorded);
                check(before, after, recorded);
                return after;
            } catch (NotPossible e) {
                return before;
            }
        }

        private void check(Case before, Case after, Recorded recorded) {
            for (Line line : after.lines()) {
                boolean changed = before.find(line.sequence())
                        .map(old -> !old.decision().equals(line.decision()))
                        .orElse(true);
                if (changed) {
                    checkNew(line, recorded.by());
                }
            }
            if (recorded.event() instanceof CaseEvent.Appealed) {
                appeals++;
            }
        }

        private void checkNew(Line line, Actor actor) {
            if (line.decision() instanceof LineDecision.Modified modified) {
                modifications++;
                assertThat(modified.by()).isEqualTo(actor);
            }
            if (line.decision() instanceof LineDecision.Denied denied) {
                denials++;
                assertThat(denied.words()).isNotBlank();
                assertThat(denied.clause()).isNotBlank();
                checkSigned(denied, actor);
            }
        }

        private static void checkSigned(LineDecision.Denied denied, Actor actor) {
            if (denied.by() instanceof DeniedBy.Contract) {
                assertThat(denied.reason()).isEqualTo(DenialReason.NOT_COVERED);
                return;
            }
            Person person = (Person) denied.by();
            assertThat(person).isEqualTo(actor);
            if (denied.reason().clinical()) {
                assertThat(person.physician()).isTrue();
                assertThat(person.credential()).isNotBlank();
            }
        }

        private static void roundTrip(Recorded recorded) {
            assertThat(JSON.event(JSON.bytes(recorded.event()))).isEqualTo(recorded.event());
            assertThat(JSON.actor(JSON.bytes(recorded.by()))).isEqualTo(recorded.by());
        }
    }
}
