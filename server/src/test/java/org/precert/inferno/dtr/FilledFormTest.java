package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.conformance.Dtr22Rules;
import org.precert.conformance.DtrExample;

class FilledFormTest {

    private final ObjectNode adaptive = DtrExample.dtr22().adaptivePackage();
    private final PlausibleAnswer answers = new PlausibleAnswer(
            new PackageResponse(adaptive).resources("ValueSet").toList(), true);

    @Test
    void answersWhatIsAskedAndKeepsWhatIsAnswered() {
        ObjectNode filled = FilledForm.of(DtrExample.dtr22().question(), answers);
        assertThat(Flow.linkIds(filled)).containsExactly("order", "drug", "severity", "dose");
        assertThat(filled.at("/item/0/item/0/answer/0/extension/0/extension/0/valueCode")
                        .asText())
                .isEqualTo("auto-server");
        assertThat(filled.at("/item/0/item/1/answer/0/valueCoding/code").asText())
                .isEqualTo("severe");
        assertThat(filled.at("/item/0/item/2/answer/0/valueQuantity/code").asText())
                .isEqualTo("mg/kg");
        assertThat(Dtr22Rules.ofReply(filled, adaptive)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"exists,answerBoolean,true,true", "exists,answerBoolean,false,false", "=,answerInteger,4,true"})
    void asksWhatTurnsOnAnAnswer(String operator, String field, String value, boolean asked) {
        assertThat(linkIds(operator, field, value).contains("then")).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"!=,4,false", ">,3,true", ">,4,false", "<,5,true", ">=,4,true", "<=,3,false"})
    void compares(String operator, String value, boolean asked) {
        assertThat(linkIds(operator, "answerInteger", value).contains("then")).isEqualTo(asked);
    }

    private List<String> linkIds(String operator, String field, String value) {
        JsonNode response = DtrExample.json("""
                {
                  "contained": [{
                    "item": [
                      {"linkId": "first", "type": "integer"},
                      {"linkId": "group", "type": "group", "item": [{
                        "linkId": "then",
                        "type": "boolean",
                        "enableWhen": [{"question": "first", "operator": "%s", "%s": %s}]
                      }]}
                    ]
                  }]
                }
                """.formatted(operator, field, value));
        return Flow.linkIds(FilledForm.of(response, answers));
    }
}
