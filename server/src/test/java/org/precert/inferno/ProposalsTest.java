package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.inferno.Example.array;
import static org.precert.inferno.Example.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalsTest {

    private static final Profiles NONE_CONFORMS = resource -> List.of("Not conformant");

    private final ObjectNode answer = Example.answer();

    @Test
    void letsADraftBeReplaced() {
        assertThat(alternateErrors()).isEmpty();
    }

    @Test
    void findsAnotherOrderBeingDeleted() {
        object(answer, "/cards/1/suggestions/0/actions/0").put("resourceId", "ServiceRequest/9");
        assertThat(alternateErrors()).singleElement().asString().contains("not in `draftOrders`");
    }

    @Test
    void findsADeletionWithoutReplacementOfItsType() {
        object(answer, "/cards/1/suggestions/0/actions/1/resource").put("resourceType", "DeviceRequest");
        assertThat(alternateErrors()).singleElement().asString().contains("no `create` action");
    }

    @Test
    void findsAnotherOrderBeingUpdated() {
        ObjectNode action = object(answer, "/cards/1/suggestions/0/actions/1").put("type", "update");
        assertThat(alternateErrors()).anyMatch(error -> error.contains("ServiceRequest/2 is not in"));
        object(action, "/resource").put("id", "1");
        array(answer, "/cards/1/suggestions/0/actions").remove(0);
        assertThat(alternateErrors()).isEmpty();
    }

    @Test
    void holdsWhatIsCreatedAgainstItsProfile() {
        Proposals proposals = new Proposals(NONE_CONFORMS);
        assertThat(proposals.alternateErrors(cards(), Set.of("ServiceRequest/1")))
                .containsExactly("Not conformant");
        array(answer, "/cards/1/suggestions/0/actions").remove(0);
        assertThat(proposals.additionalErrors(cards())).containsExactly("Not conformant");
    }

    @Test
    void holdsCoverageAgainstItsProfile() {
        JsonNode action =
                Example.json("{\"type\": \"update\", \"resource\": {\"resourceType\": \"Coverage\", \"id\": \"1\"}}");
        assertThat(new Proposals(NONE_CONFORMS).coverageErrors(List.of(), List.of(action)))
                .containsExactly("Not conformant");
        assertThat(new Proposals(NONE_CONFORMS).coverageErrors(cards(), List.of()))
                .isEmpty();
    }

    @Test
    void fallsOverASuggestionWithoutActions() {
        object(answer, "/cards/1/suggestions/0").remove("actions");
        assertThat(new Proposals(Profiles.UNCHECKED).formErrors(cards(), List.of()))
                .hasSize(1);
    }

    private List<String> alternateErrors() {
        return new Proposals(Profiles.UNCHECKED).alternateErrors(cards(), Set.of("ServiceRequest/1"));
    }

    private List<JsonNode> cards() {
        return Example.list(answer.path("cards"));
    }
}
