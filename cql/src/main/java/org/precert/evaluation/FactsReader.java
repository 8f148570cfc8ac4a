package org.precert.evaluation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes facts of the resources that came in: the same data, with one spelling for each code system, for ICD-10-CM codes
 * and for references, so that policies need not know the others.
 */
public final class FactsReader {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final FhirContext fhir;
    private final CodeSystems codeSystems;

    public FactsReader(FhirContext fhir, CodeSystems codeSystems) {
        this.fhir = fhir;
        this.codeSystems = codeSystems;
    }

    /**
     * The resources with canonical codes and references; what came in is left alone.
     *
     * @param references makes Type/id of a reference, or leaves it
     */
    public List<ObjectNode> canonical(Collection<? extends JsonNode> resources, UnaryOperator<String> references) {
        List<ObjectNode> all = new ArrayList<>(resources.size());
        for (JsonNode resource : resources) {
            ObjectNode copy = resource.deepCopy();
            canonicalize(copy, references);
            all.add(copy);
        }
        return all;
    }

    /**
     * @param canonical as {@link #canonical} gives them
     * @throws UnreadableResource for one that is no valid FHIR
     */
    public Facts read(Collection<? extends JsonNode> canonical) {
        IParser parser = fhir.newJsonParser();
        List<Resource> resources = new ArrayList<>(canonical.size());
        for (JsonNode resource : canonical) {
            resources.add(parse(parser, resource));
        }
        return new Facts(resources);
    }

    private static Resource parse(IParser parser, JsonNode json) {
        try {
            return (Resource) parser.parseResource(json.toString());
        } catch (RuntimeException e) {
            // The parser casts and dereferences what it takes for granted, as in "extension": [null].
            throw new UnreadableResource(reference(json), e);
        }
    }

    /** Of what has the form of a type and an id alone: anything else that was sent is not repeated. */
    private static String reference(JsonNode json) {
        String type = json.path("resourceType").asText();
        String id = json.path("id").asText();
        if (!TYPE.matcher(type).matches()) {
            return "";
        }
        return ID.matcher(id).matches() ? type + "/" + id : type;
    }

    private void canonicalize(JsonNode node, UnaryOperator<String> references) {
        if (node instanceof ObjectNode object) {
            JsonNode system = object.get("system");
            if (system != null && system.isTextual()) {
                canonicalizeCoding(object, codeSystems.canonical(system.textValue()));
            }
            JsonNode reference = object.get("reference");
            if (reference != null && reference.isTextual()) {
                object.put("reference", references.apply(reference.textValue()));
            }
        }
        node.forEach(child -> canonicalize(child, references));
    }

    private static void canonicalizeCoding(ObjectNode coding, String system) {
        coding.put("system", system);
        JsonNode code = coding.get("code");
        if (code != null && code.isTextual()) {
            String canonical = CodeSystems.canonical(system, code.textValue());
            coding.put("code", canonical);
            coding.put("system", CodeSystems.canonicalSystem(system, canonical));
        }
    }
}
