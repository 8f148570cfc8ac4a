package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.resources.SamplePasRequest.children;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of prior authorization can be sent as it is: it is complete, and says nothing that is under a licence. */
class SamplePasRequestsTest {

    private static final String PAYER = "https://precert.dev/fhir/sid/payer";
    private static final String UUID_URN =
            "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final Set<String> PAYERS = Set.of("bcbsks", "bcbsri", "premera", "medica", "excellus", "example");

    static List<SamplePasRequest> requests() {
        return SamplePasRequest.all();
    }

    static Stream<SamplePasRequest> submissions() {
        return requests().stream().filter(Predicate.not(SamplePasRequest::isInquiry));
    }

    @Test
    void everyBundleIsIdentifiedByItself() {
        assertThat(requests())
                .extracting(
                        request -> request.file().json().at("/identifier/value").asText())
                .allMatch(value -> value.matches(UUID_URN))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRequestHasATraceNumberOfItsOwn() {
        assertThat(submissions())
                .extracting(request -> request.claim().at("/identifier/0"))
                .allMatch(identifier -> identifier.path("system").asText().startsWith("urn:trnorg:"))
                .doesNotHaveDuplicates();
    }

    @Test
    void bothKindsOfAddressComeUpInEitherVersion() {
        for (String version : SamplePasRequest.VERSIONS) {
            assertThat(SamplePasRequest.of(version))
                    .extracting(
                            request -> request.entries().get(0).path("fullUrl").asText())
                    .anyMatch(url -> url.startsWith("urn:uuid:"))
                    .anyMatch(url -> url.startsWith("https:"));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyEntryHasAnAddressOfItsOwn(SamplePasRequest request) {
        assertThat(request.entries()).allSatisfy(entry -> {
            String type = entry.at("/resource/resourceType").asText();
            String id = entry.at("/resource/id").asText();
            assertThat(entry.path("fullUrl").asText())
                    .matches(UUID_URN + "|https://ehr\\.example\\.org/fhir/" + type + "/" + id);
        });
        assertThat(request.byAddress()).hasSameSizeAs(request.entries());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyReferenceLeadsToAnEntryAndEveryEntryIsReferredTo(SamplePasRequest request) {
        Map<String, JsonNode> entries = request.byAddress();
        Set<String> met = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(request.entries().get(0).path("fullUrl").asText());
        while (!open.isEmpty()) {
            String url = open.remove();
            assertThat(entries).containsKey(url);
            if (met.add(url)) {
                references(request, entries.get(url)).forEach(to -> open.add(SamplePasRequest.address(to, url)));
            }
        }
        assertThat(met).isEqualTo(entries.keySet());
    }

    /** What the prior request came after is not sent along: PAS 2.2.1, spec-66. */
    private static List<String> references(SamplePasRequest request, JsonNode resource) {
        List<JsonNode> parts = request.prior().filter(resource::equals).isPresent()
                ? resource.properties().stream()
                        .filter(property -> !property.getKey().equals("related"))
                        .map(Map.Entry::getValue)
                        .toList()
                : List.of(resource);
        return parts.stream()
                .flatMap(part -> part.findValuesAsText("reference").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theInsurerIsAPayerOfTheDirectoryAndPaysTheFirstCoverage(SamplePasRequest request) {
        JsonNode insurer = referred(request, request.claim().path("insurer"));
        assertThat(insurer.at("/identifier/0/system").asText()).isEqualTo(PAYER);
        assertThat(PAYERS).contains(insurer.at("/identifier/0/value").asText());
        JsonNode coverage = referred(request, request.claim().at("/insurance/0/coverage"));
        assertThat(referred(request, coverage.at("/payor/0"))).isEqualTo(insurer);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theMemberIsIdentifiedAsOnTheCoverage(SamplePasRequest request) {
        JsonNode patient = referred(request, request.claim().path("patient"));
        JsonNode coverage = referred(request, request.claim().at("/insurance/0/coverage"));
        assertThat(patient.at("/identifier/0/type/coding/0/code").asText()).isEqualTo("MB");
        assertThat(patient.at("/identifier/0")).isEqualTo(coverage.at("/identifier/0"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyProviderIdentifierHasItsCheckDigit(SamplePasRequest request) {
        List<String> numbers = new ArrayList<>();
        SamplePasRequest.eachObject(request.file().json(), each -> {
            if (each.path("system").asText().equals(ProviderNumber.SYSTEM)) {
                numbers.add(each.path("value").asText());
            }
        });
        assertThat(numbers).isNotEmpty().allMatch(ProviderNumber::checks);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void codesOfX12AndCptComeWithoutTheirWords(SamplePasRequest request) {
        SamplePasRequest.eachObject(request.file().json(), each -> {
            String system = each.path("system").asText();
            if (system.startsWith("https://codesystem.x12.org/") || system.equals("http://www.ama-assn.org/go/cpt")) {
                assertThat(each.has("display")).as(each.toString()).isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void everyLineCountsOnAndNamesItsDiagnoses(SamplePasRequest request) {
        List<JsonNode> items = request.items();
        assertThat(items).extracting(item -> item.path("sequence").asInt()).isSorted();
        Set<Integer> diagnoses = new LinkedHashSet<>();
        children(request.claim().path("diagnosis"))
                .forEach(each -> diagnoses.add(each.path("sequence").asInt()));
        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(children(item.path("diagnosisSequence")))
                        .isNotEmpty()
                        .extracting(JsonNode::asInt)
                        .isSubsetOf(diagnoses));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsLeftOpenIsANumberOfAnEarlierAnswer(SamplePasRequest request) {
        assertThat(Pattern.compile("\\{\\{([^}]*)}}")
                        .matcher(request.file().json().toString())
                        .results()
                        .map(open -> open.group(1)))
                .isSubsetOf("authorization-number", "reference-number", "assertion-id");
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void ordersAreThoseOfTheHookOfTheSameName(SamplePasRequest request) {
        SampleRequest.of("order-sign").stream()
                .filter(hook -> hook.name().equals(request.name()))
                .forEach(hook -> assertThat(ordered(request))
                        .isNotEmpty()
                        .isSubsetOf(hook.orders().stream()
                                .map(SamplePasRequestsTest::code)
                                .toList()));
    }

    private static List<String> ordered(SamplePasRequest request) {
        return request.items().stream()
                .flatMap(item -> children(item.path("extension")))
                .filter(extension -> extension.path("url").asText().endsWith("extension-requestedService"))
                .map(extension -> code(referred(request, extension.path("valueReference"))))
                .toList();
    }

    private static String code(JsonNode order) {
        return order.at("/code/coding/0/code").asText()
                + order.at("/medicationCodeableConcept/coding/0/code").asText();
    }

    private static JsonNode referred(SamplePasRequest request, JsonNode reference) {
        String base = request.entries().get(0).path("fullUrl").asText();
        JsonNode resource = request.byAddress()
                .get(SamplePasRequest.address(reference.path("reference").asText(), base));
        return resource == null ? reference.path("missing") : resource;
    }
}
