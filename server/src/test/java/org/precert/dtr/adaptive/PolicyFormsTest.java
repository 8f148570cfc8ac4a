package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.dtr.adaptive.Adaptive.Call;
import org.precert.evaluation.PolicyDesks;
import org.precert.policy.PolicyFiles;

/** The forms of the policies of the build, as they are served. */
class PolicyFormsTest {

    private static final PolicyFiles FILES = PolicyFiles.ofClasspath(PolicyDesks.POLICIES);

    static Stream<String> forms() {
        return FILES.ending("questionnaire.json").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormWithoutFlaws(String path) {
        assertThat(read(path).flaws()).isEmpty();
    }

    /** Each boolean is answered with yes, so that what hangs on one is asked. */
    @ParameterizedTest
    @MethodSource("forms")
    void isAskedToItsEnd(String path) {
        Form form = read(path);
        Filler filler = new Filler(new Adaptive(form, EnableWhen.LEFT_OUT));
        Step step = filler.next();
        for (int calls = 1; step instanceof Step.Ask ask && calls < 20; calls++) {
            ask.questions().stream()
                    .flatMap(question -> form.item(question).stream())
                    .forEach(item -> answer(filler, item));
            step = filler.next();
        }
        assertThat(step).isNotInstanceOf(Step.Ask.class);
        assertThat(filler.contained.findValues("enableWhen")).isEmpty();
        OfferedForm offered = OfferedForm.of(form, filler.contained);
        assertThat(offered).isInstanceOf(OfferedForm.Restored.class);
        AnswerCheck check = new AnswerCheck((url, system, code) -> true);
        assertThat(check.check(Form.of(filler.contained), filler.response(), AnswerCheck.Moment.IN_PROGRESS))
                .isEmpty();
    }

    private static void answer(Filler filler, FormItem item) {
        if (item.type() == ItemType.BOOLEAN) {
            filler.yes(item.linkId());
        }
        item.json().path("answerOption").findParents("valueCoding").stream()
                .limit(1)
                .forEach(option ->
                        filler.answers.put(item.linkId(), java.util.List.of(((ObjectNode) option).deepCopy())));
    }

    /** CPU time, which other processes hardly lengthen; it takes about 0.12 ms. */
    @Test
    void aCallOnAFormOfSixtyItemsTakesLessThanAMillisecond() {
        ObjectNode json = Sketch.form(Sketch.group("order", Sketch.question("on", "boolean")));
        for (int group = 0; group < 10; group++) {
            ObjectNode[] questions = IntStream.range(group * 5, group * 5 + 5)
                    .mapToObj(i -> Sketch.question("q" + i, "boolean"))
                    .toArray(ObjectNode[]::new);
            json.withArray("item").add(Sketch.when("on", Sketch.group("g" + group, questions)));
        }
        Form standard = Form.of(json);
        Adaptive adaptive = new Adaptive(standard, EnableWhen.LEFT_OUT);
        Filler filler = new Filler(adaptive);
        filler.next();
        ObjectNode early = filler.contained.deepCopy();
        filler.yes("on").next();
        IntStream.range(0, 50).forEach(i -> filler.yes("q" + i));
        ObjectNode response = filler.response();
        AnswerCheck check = new AnswerCheck((url, system, code) -> false);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long started = 0;
        for (int i = 0; i < 3_000; i++) {
            started = i == 2_000 ? threads.getCurrentThreadCpuTime() : started;
            OfferedForm.Restored offered = (OfferedForm.Restored) OfferedForm.of(standard, filler.contained);
            assertThat(check.check(offered.form(), response, AnswerCheck.Moment.IN_PROGRESS))
                    .isEmpty();
            adaptive.next(new Call(Form.of(early), response, Relevance.OF_ALL, Prefills.NONE));
        }
        double millis = (threads.getCurrentThreadCpuTime() - started) / 1_000_000.0 / 1_000;
        assertThat(millis).isLessThan(1);
    }

    private static Form read(String path) {
        try {
            return Form.of((ObjectNode) new ObjectMapper().readTree(FILES.required(path)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
