package org.precert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precert.forms.Form;
import org.precert.forms.FormBook;
import org.springframework.beans.factory.annotation.Autowired;

/** What was answered stands beside its question, and says who answered. */
@DeskServer
class AnswersWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private FormBook book;

    private JsonNode written(String questionnaire, String items) throws JsonProcessingException {
        ObjectNode response = (ObjectNode)
                JSON.readTree("{'resourceType':'QuestionnaireResponse','status':'completed'}".replace('\'', '"'));
        response.put("questionnaire", questionnaire);
        response.set("item", JSON.readTree(items.replace('\'', '"')));
        ObjectNode other = JSON.createObjectNode().put("resourceType", "Condition");
        ArrayNode all = JSON.createArrayNode();
        new AnswersWriter(new PolicyForms(book, id -> Optional.empty())).write(all, List.of(other, response));
        assertThat(all).hasSize(1);
        return all.at("/0/questions");
    }

    @Test
    void aQuestionOfOurFormHasItsText() throws JsonProcessingException {
        Form form = book.all().get(0);
        JsonNode item = first(form.authored());
        JsonNode questions = written(
                form.canonical(),
                "[{'linkId':'" + item.path("linkId").asText() + "','answer':[{'valueBoolean':true}]}]");
        assertThat(questions.at("/0/question").asText())
                .isNotBlank()
                .isEqualTo(item.path("text").asText());
        assertThat(questions.at("/0/answers/0/words").asText()).isEqualTo("Yes");
    }

    @Test
    void anAnswerSaysWhereItCameFrom() throws JsonProcessingException {
        String origin = "{'url':'http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin',"
                + "'extension':[{'url':'source','valueCode':'%s'}]}";
        String evidence = "{'url':'https://precert.dev/fhir/StructureDefinition/answer-evidence','extension':"
                + "[{'url':'source','valueReference':{'reference':'Observation/1'}},{'url':'path','valueString':'value'}]}";
        JsonNode answers = written(
                        "unknown",
                        "[{'linkId':'q','answer':[{'valueString':'a','extension':[" + String.format(origin, "auto")
                                + "," + evidence + "]},{'valueString':'b','extension':["
                                + String.format(origin, "manual") + "]},{'valueString':'c'}]}]")
                .at("/0/answers");
        assertThat(answers.at("/0/origin").asText()).startsWith("from the chart");
        assertThat(answers.at("/0/resource").asText()).isEqualTo("Observation/1");
        assertThat(answers.at("/0/path").asText()).isEqualTo("value");
        assertThat(answers.at("/1/origin").asText()).isEqualTo("given by a person");
        assertThat(answers.at("/2/origin").asText()).isEqualTo("not told");
    }

    @Test
    void questionsInGroupsAndBelowAnswersAreThereToo() throws JsonProcessingException {
        JsonNode questions = written(
                "unknown",
                "[{'linkId':'g','item':[{'linkId':'a','text':'How much?','answer':[{'valueQuantity':{'value':2,'unit':'mg'},"
                        + "'item':[{'linkId':'b','answer':[{'valueCoding':{'code':'x','display':'An X'}}]}]}]}]}]");
        assertThat(questions).hasSize(2);
        assertThat(questions.at("/0/question").asText()).isEqualTo("How much?");
        assertThat(questions.at("/0/answers/0/words").asText()).isEqualTo("2 mg");
        assertThat(questions.at("/1/answers/0/words").asText()).isEqualTo("An X");
    }

    private static JsonNode first(JsonNode form) {
        JsonNode item = form.at("/item/0");
        return item.path("text").asText().isEmpty() ? item.at("/item/0") : item;
    }
}
