package org.precert.pas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.RequestReader;
import org.precert.pas.call.SubmittedRequest;

/** What is taken back with infoCancelled, however it is named. */
class WithdrawnTest {

    private static final ObjectNode FORM = PasCall.JSON
            .createObjectNode()
            .put("resourceType", "QuestionnaireResponse")
            .put("id", "form-1");

    private static Withdrawn withdrawn(Consumer<ObjectNode> valueReference) {
        PasCall call = PasCall.of("2.2.1", "example-authorization-required-criteria-met");
        ObjectNode info = (ObjectNode) call.claim().at("/supportingInfo/0");
        valueReference.accept(info.putObject("valueReference"));
        UpdateTest.cancel(info, true);
        SubmittedRequest request = new RequestReader(PasCall.JSON)
                .submission(call.bundle().toString().getBytes(UTF_8), PasVersion.STU_2_2, true);
        return Withdrawn.of(request, new LocalReferences(request.bundle()));
    }

    private static ObjectNode identified(String value) {
        ObjectNode form = FORM.deepCopy();
        form.putObject("identifier").put("system", "urn:forms").put("value", value);
        return form;
    }

    @Test
    void aReferenceTakesBackWhatIsCalledSo() {
        Withdrawn withdrawn = withdrawn(reference -> reference.put("reference", "QuestionnaireResponse/form-1"));
        assertThat(withdrawn.takes(FORM)).isTrue();
        assertThat(withdrawn.takes(FORM.deepCopy().put("id", "form-2"))).isFalse();
        assertThat(withdrawn.unclear()).isFalse();
    }

    @Test
    void anIdentifierTakesBackWhatHasIt() {
        Withdrawn withdrawn = withdrawn(reference ->
                reference.putObject("identifier").put("system", "urn:forms").put("value", "f1"));
        assertThat(withdrawn.takes(identified("f1"))).isTrue();
        assertThat(withdrawn.takes(identified("f2"))).isFalse();
        assertThat(withdrawn.takes(FORM)).isFalse();
    }

    @Test
    void whatIsNotNamedIsUnclear() {
        assertThat(withdrawn(reference -> reference.put("display", "the form")).unclear())
                .isTrue();
    }
}
