package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.precert.dtr.adaptive.AnswerCheck.Moment;

/** What holds of every form, however it is answered and however often answers are changed. */
class AdaptivePropertiesTest {

    private static final AnswerCheck CHECK = new AnswerCheck((url, system, code) -> false);

    /** One person at one form. */
    private static final class Session {

        final RandomForm form;
        final Filler filler;
        final Random random;
        final Map<String, Integer> answers = new TreeMap<>();
        final List<String> offered = new ArrayList<>();
        final Set<String> settled = new TreeSet<>();
        final List<JsonNode> before = new ArrayList<>();
        int calls;

        Session(Random random, boolean byGroups, EnableWhen enableWhen) {
            this.random = random;
            this.form = new RandomForm(random, byGroups);
            this.filler = new Filler(new Adaptive(Form.of(form.json), enableWhen));
        }

        boolean isDone() {
            Step look = filler.look();
            assertThat(filler.look()).as("idempotent").isEqualTo(look);
            Step step = filler.next();
            assertThat(step).isEqualTo(look);
            calls++;
            appended();
            if (!(step instanceof Step.Ask ask)) {
                assertThat(step).isEqualTo(new Step.Done());
                return true;
            }
            assertThat(ask.items()).isNotEmpty();
            assertThat(form.asked(given())).as("asked only what is enabled").containsAll(ask.questions());
            assertThat(ask.questions()).isEqualTo(questions(ask.items()));
            offered.addAll(ask.questions());
            assertThat(offered).as("each once").doesNotHaveDuplicates();
            return false;
        }

        private void appended() {
            List<JsonNode> now = new ArrayList<>();
            filler.contained.path("item").forEach(item -> now.add(item.deepCopy()));
            assertThat(now.subList(0, before.size())).as("append only").isEqualTo(before);
            before.clear();
            before.addAll(now);
        }

        private List<String> questions(Iterable<? extends JsonNode> items) {
            List<String> questions = new ArrayList<>();
            for (JsonNode item : items) {
                if (item.path("type").asText().equals("integer")) {
                    questions.add(item.path("linkId").asText());
                }
                questions.addAll(questions(item.path("item")));
            }
            return questions;
        }

        /** Answers some of what was asked, and leaves some blank; changes some answers, where they may be changed. */
        void answer(boolean changing) {
            for (String question : offered) {
                boolean untouched = !answers.containsKey(question);
                if (random.nextInt(3) > 0 && (untouched || (changing && random.nextInt(4) == 0))) {
                    put(question, random.nextInt(4) - 1);
                }
            }
        }

        /** What is new gets an answer now, or stays blank for good. */
        void answerAtOnce() {
            for (String question : offered) {
                if (settled.add(question) && random.nextInt(3) > 0) {
                    put(question, random.nextInt(3));
                }
            }
        }

        /** The answers that have a place in the response: one within an answer that is not there has none. */
        Map<String, Integer> given() {
            Map<String, Integer> given = new TreeMap<>(answers);
            given.keySet().retainAll(new TreeSet<>(filler.response().findValuesAsText("linkId")));
            return given;
        }

        private void put(String question, int value) {
            if (value < 0) {
                answers.remove(question);
                filler.answers.remove(question);
            } else {
                answers.put(question, value);
                filler.answer(question, "{'valueInteger': " + value + "}");
            }
        }
    }

    @Property(tries = 1000)
    void whatIsAskedIsWhatTheStandardFormAsksByTheSameAnswers(@ForAll Random random, @ForAll boolean changing) {
        Session session = new Session(random, false, EnableWhen.LEFT_OUT);
        while (!session.isDone()) {
            session.answer(changing);
        }
        Set<String> asked = session.form.asked(session.given());
        assertThat(session.offered).containsAll(asked);
        assertThat(session.calls).isLessThanOrEqualTo(session.form.questions.size() + 2);
    }

    @Property(tries = 1000)
    void whatIsAnsweredAtOnceIsAskedToTheLetter(@ForAll Random random) {
        Session session = new Session(random, false, EnableWhen.KEPT);
        while (!session.isDone()) {
            session.answerAtOnce();
        }
        assertThat(new TreeSet<>(session.offered)).isEqualTo(session.form.asked(session.given()));
    }

    @Property(tries = 3000)
    void aFormOfGroupsEndsAfterAsManyCallsAndOne(@ForAll Random random, @ForAll boolean changing) {
        Session session = new Session(random, true, EnableWhen.LEFT_OUT);
        while (!session.isDone()) {
            session.answer(changing);
        }
        // Where the clinical part waits for the administrative one, the mark may come alone, and late answers after it.
        int markAlone = session.form.looksAhead() ? 1 : 0;
        assertThat(session.calls).isLessThanOrEqualTo(session.form.groups + 1 + markAlone);
    }

    @Property(tries = 500)
    void theMarkStandsOnceAndBeforeWhatIsAdministrative(@ForAll Random random) {
        Session session = new Session(random, true, EnableWhen.LEFT_OUT);
        while (!session.isDone()) {
            session.answerAtOnce();
        }
        List<String> roots = new ArrayList<>();
        session.filler
                .contained
                .path("item")
                .forEach(item -> roots.add(item.path("linkId").asText()));
        boolean split = session.form.json.findValuesAsText("linkId").contains(Adaptive.CLINICAL_COMPLETE);
        assertThat(roots.stream().filter(Adaptive.CLINICAL_COMPLETE::equals)).hasSize(split ? 1 : 0);
        if (split && !session.form.looksAhead() && roots.contains("administrative")) {
            assertThat(roots.indexOf(Adaptive.CLINICAL_COMPLETE)).isLessThan(roots.indexOf("administrative"));
            assertThat(roots.subList(roots.indexOf("administrative"), roots.size()))
                    .allMatch(root -> root.startsWith("administrative"));
        }
    }

    @Property(tries = 500)
    void whatWasOfferedIsAFormThatItsAnswersFit(@ForAll Random random, @ForAll EnableWhen enableWhen) {
        Session session = new Session(random, false, enableWhen);
        do {
            Form contained = Form.of(session.filler.contained);
            assertThat(CHECK.check(contained, session.filler.response(), Moment.IN_PROGRESS))
                    .isEmpty();
            OfferedForm offered = OfferedForm.of(Form.of(session.form.json), session.filler.contained);
            assertThat(offered)
                    .isInstanceOfSatisfying(
                            OfferedForm.Restored.class,
                            restored ->
                                    assertThat(restored.form().questionnaire()).isEqualTo(session.filler.contained));
            session.answer(true);
        } while (!session.isDone());
    }

    @Property(tries = 500)
    void answersCountAsInTheStandardForm(@ForAll Random random) {
        Session session = new Session(random, false, EnableWhen.LEFT_OUT);
        while (!session.isDone()) {
            session.answer(true);
        }
        ObjectNode response = session.filler.response();
        Set<String> counting = new TreeSet<>(session.form.asked(session.given()));
        counting.retainAll(session.given().keySet());
        assertThat(AnsweredForm.of(Form.of(session.form.json), response)
                        .answers()
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(counting);
    }

    @Property(tries = 500)
    void onlyWhatMattersIsAskedAndWhatItHangsOn(@ForAll Random random) {
        Session session = new Session(random, false, EnableWhen.LEFT_OUT);
        Set<String> matters = new TreeSet<>();
        session.form.questions.stream().filter(each -> random.nextInt(3) == 0).forEach(matters::add);
        session.filler.relevance = matters::contains;
        while (!session.isDone()) {
            session.answer(false);
        }
        Set<String> missed = session.form.asked(session.given());
        missed.retainAll(matters);
        assertThat(session.offered).containsAll(missed);
    }
}
