package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidenedTerminologyTest {

    private static final String SET = "{\"resourceType\":\"ValueSet\",\"id\":\"%s\",\"url\":\"%s\","
            + "\"compose\":{\"include\":[{\"system\":\"%s\"}]},\"expansion\":{\"total\":1}}";

    @Test
    void makesOneValueSetOfTheFilesOfOneCanonical() throws Exception {
        List<JsonNode> all = WidenedTerminology.of(List.of(
                set("built-in", "urn:a", "urn:x"), set("other", "urn:b", "urn:x"), set("own", "urn:a", "urn:y")));
        assertThat(all).extracting(each -> each.path("id").asText()).containsExactly("built-in", "other");
        assertThat(all.get(0).at("/compose/include")).hasSize(2);
        assertThat(all.get(0).has("expansion")).isFalse();
        assertThat(all.get(1).has("expansion")).isTrue();
    }

    private static JsonNode set(String id, String url, String system) throws Exception {
        return new ObjectMapper().readTree(SET.formatted(id, url, system));
    }
}
