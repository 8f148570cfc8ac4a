package org.precert.platform.fhirstore;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.context.IWorkerContext;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.junit.jupiter.api.Test;
import org.precert.testing.Samples;

/** Against HAPI's own definitions of FHIR 4.0.1. */
class TypesOfFhirTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final IValidationSupport ALL = new DefaultProfileValidationSupport(CONTEXT);

    @Test
    void theTableHoldsEachTypeOfTheSpecification() throws IOException {
        String types = ALL.<StructureDefinition>fetchAllStructureDefinitions().stream()
                .filter(each -> each.getDerivation() != TypeDerivationRule.CONSTRAINT)
                .map(TypesOfFhirTest::line)
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        try (InputStream table = TypesOfFhir.class.getResourceAsStream("fhir-types.tsv")) {
            assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(types);
        }
    }

    @Test
    void eachSearchParameterFindsWhatItFindsWithAllDefinitions() throws IOException {
        FHIRPathEngine few = engine(TypesOfFhir.in(CONTEXT).getValidationSupport());
        FHIRPathEngine all = engine(ALL);
        List<SearchParameter> parameters = ALL.fetchAllSearchParameters();
        Map<String, List<String>> found = new TreeMap<>();
        for (Resource resource : samples()) {
            for (SearchParameter parameter : parameters) {
                if (parameter.hasBase(resource.fhirType()) && parameter.hasExpression()) {
                    List<String> values = values(few, resource, parameter.getExpression());
                    assertThat(values).isEqualTo(values(all, resource, parameter.getExpression()));
                    found.merge(
                            resource.fhirType() + "." + parameter.getCode(),
                            values,
                            (one, other) -> one.isEmpty() ? other : one);
                }
            }
        }
        found.values().removeIf(List::isEmpty);
        assertThat(found)
                .hasSizeGreaterThan(50)
                .containsKeys("Observation.code-value-date", "MedicationRequest.medication");
    }

    @Test
    void noProfileIsReadForIt() {
        assertThat(TypesOfFhir.in(CONTEXT)
                        .getValidationSupport()
                        .fetchStructureDefinition("http://hl7.org/fhir/StructureDefinition/bp"))
                .isNull();
    }

    private static String line(StructureDefinition type) {
        String base = type.hasBaseDefinition()
                ? type.getBaseDefinition().substring(IValidationSupport.URL_PREFIX_STRUCTURE_DEFINITION.length())
                : "";
        return String.join("\t", type.getName(), type.getKind().toCode(), base);
    }

    private static FHIRPathEngine engine(IValidationSupport support) {
        IWorkerContext worker = new HapiWorkerContext(CONTEXT, support);
        return new FHIRPathEngine(worker);
    }

    private static List<String> values(FHIRPathEngine engine, Resource resource, String expression) {
        try {
            return engine.evaluate(resource, expression).stream()
                    .map(Base::fhirType)
                    .toList();
        } catch (RuntimeException e) {
            // resolve() needs a host, which is not what is compared here; both have to fail alike.
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<Resource> samples() throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String call : Samples.calls().toList()) {
            collect(new ObjectMapper().readTree(Samples.text(call + ".json")), nodes);
        }
        return nodes.stream()
                .distinct()
                .limit(400)
                .map(node -> (Resource) CONTEXT.newJsonParser().parseResource(node.toString()))
                .toList();
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        String type = node.path("resourceType").asText("");
        if (!type.isEmpty() && !type.equals("Bundle")) {
            into.add(node);
        }
        StreamSupport.stream(node.spliterator(), false).forEach(child -> collect(child, into));
    }
}
