package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.json;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked where not everything matters, or something is known. */
class RelevanceTest {

    private final Filler filler = Filler.of(AdaptiveTest.FORM);

    @Test
    void aQuestionThatDoesNotMatterIsNotAsked() {
        filler.relevance = question -> !question.equals("safety.ecg") && !question.equals("statement.text");
        next();
        filler.yes("wanted").answer("drug", "{'valueString': 'x'}");
        assertThat(next())
                .isEqualTo("safety(safety.pressure safety.words) clinical-complete administrative(attestation)");
    }

    @Test
    void theOrderIsAskedInFullAndNothingElseWhereNothingMatters() {
        filler.relevance = question -> false;
        assertThat(next()).isEqualTo("order(drug route) clinical-complete");
        assertThat(filler.next()).isEqualTo(new Step.Done());
    }

    @Test
    void aQuestionIsAskedThatOneHangsOnThatMatters() {
        filler.relevance = question -> question.equals("statement.text");
        assertThat(next()).isEqualTo("order(drug route) consideration(wanted)");
        filler.yes("wanted");
        assertThat(next()).isEqualTo("statement(statement.text) clinical-complete");
    }

    @Test
    void aQuestionThatMattersNoMoreIsNotAskedLater() {
        next();
        filler.yes("wanted");
        filler.relevance = question -> false;
        assertThat(next()).isEqualTo("clinical-complete");
    }

    @Test
    void whatTheServerKnowsBringsWhatHangsOnIt() {
        filler.prefills = question -> question.equals("wanted")
                ? List.of(json("{'valueBoolean': true}"))
                : question.equals("drug") ? List.of(json("{'valueString': 'x'}")) : List.of();
        assertThat(next())
                .isEqualTo("order(drug route) consideration(wanted) safety(safety.ecg safety.pressure safety.words)"
                        + " statement(statement.text) clinical-complete administrative(attestation)");
    }

    private String next() {
        return Filler.shape(filler.next());
    }
}
