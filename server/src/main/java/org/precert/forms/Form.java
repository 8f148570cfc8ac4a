package org.precert.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.precert.evaluation.FormLibrary;
import org.precert.policy.Policy;

/**
 * A form of a policy.
 *
 * @param name as the policy calls it
 * @param adaptive whether its questions come one page after the other
 * @param url its canonical, without version
 * @param authored the standard form, as it lies in the policy's folder; not to be changed
 * @param libraries that fill it in an EHR, the one that its questions name first; none if nothing is filled
 * @param defines the define that a question is filled by, by linkId
 */
public record Form(
        Policy policy,
        String name,
        boolean adaptive,
        String url,
        ObjectNode authored,
        List<FormLibrary> libraries,
        Map<String, String> defines) {

    static final String ADAPTIVE = "-adaptive";

    public Form {
        libraries = List.copyOf(libraries);
        defines = Map.copyOf(defines);
    }

    public String id() {
        return policy.questionnaireId(name) + (adaptive ? ADAPTIVE : "");
    }

    public String version() {
        return policy.version();
    }

    /** With its version. */
    public String canonical() {
        return url + "|" + version();
    }

    public String title() {
        return authored.path("title").asText();
    }

    /** Canonicals of the value sets that its questions offer; those of its libraries are theirs. */
    public Set<String> answerValueSets() {
        return Set.copyOf(authored.findValuesAsText("answerValueSet"));
    }

    /** Shows every item of a form, each before those in it. */
    public static void each(JsonNode form, Consumer<ObjectNode> visitor) {
        for (JsonNode item : form.path("item")) {
            visitor.accept((ObjectNode) item);
            each(item, visitor);
        }
    }
}
