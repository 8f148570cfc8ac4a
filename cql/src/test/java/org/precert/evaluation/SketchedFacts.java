package org.precert.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one infusion. It can be told by a coded order with a chart, or by a form that was completed for
 * a bare order.
 *
 * @param line a payment typology
 */
record SketchedFacts(
        Optional<String> drug,
        Optional<String> route,
        List<String> indications,
        Optional<String> line,
        Optional<Boolean> medicareFirst,
        boolean psychotherapy,
        SketchedCriteria criteria) {

    private static final String DAY = "2026-06-01";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A MedicationRequest with all that it can say, in a chart with the rest. */
    CaseFile.Text charted() {
        ObjectNode order = request("MedicationRequest");
        drug.ifPresent(each -> order.set("medicationCodeableConcept", CaseQuestion.concept(each)));
        ArrayNode reasons = order.putArray("reasonCode");
        indications.forEach(each -> reasons.add(CaseQuestion.concept(each)));
        ObjectNode dose = order.putArray("dosageInstruction").addObject();
        route.ifPresent(each -> dose.set("route", CaseQuestion.concept(each)));
        criteria.infusions()
                .ifPresent(count -> dose.putObject("timing").putObject("repeat").put("count", count));
        return text(member(), order, psychotherapy ? List.of(psychotherapist()) : List.of(), criteria.chart());
    }

    /**
     * An order that says as little as it can, and a form.
     *
     * @param procedure whether what goes into a vein is ordered by a procedure, which says so, or by an unclassified drug
     */
    CaseFile.Text answered(int depth, boolean procedure) {
        boolean intravenous = route.equals(Optional.of(OrderText.INTRAVENOUS));
        ObjectNode bare = request("ServiceRequest");
        bare.set("code", CaseQuestion.concept(procedure && intravenous ? "CPT#96365" : "HCPCS#J3490"));
        ObjectNode form = CompletedForm.of("form", "ServiceRequest/order-1", depth, answers());
        return text(null, bare, List.of(), List.of(map(form)));
    }

    /** The coded order and its chart, and a form of other facts beside them. */
    CaseFile.Text chartedWith(ObjectNode form) {
        CaseFile.Text own = charted();
        List<Map<String, Object>> chart = new ArrayList<>(requireNonNull(own.chart()));
        chart.add(map(form));
        return new CaseFile.Text("", DAY, own.member(), own.order(), own.with(), chart, own.expect());
    }

    /** A form of these facts for the coded order. */
    ObjectNode form(String order) {
        return CompletedForm.of("form", order, 2, answers());
    }

    private Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        drug.ifPresent(each -> answers.put("drug", each));
        route.ifPresent(each -> answers.put("route", each));
        if (!indications.isEmpty()) {
            answers.put("indication", indications);
        }
        line.flatMap(CaseDesk.ofTheBuild().desk().lines()::ofPaymentSource)
                .ifPresent(code -> answers.put("line-of-business", code));
        medicareFirst.ifPresent(first -> answers.put("coverage-order", first));
        if (psychotherapy) {
            answers.put("psychotherapy.planned", true);
        }
        answers.putAll(criteria.answers());
        return answers;
    }

    private CaseFile.Member member() {
        return new CaseFile.Member(
                line.orElse(null),
                null,
                null,
                medicareFirst.map(first -> first ? 2 : 1).orElse(null),
                medicareFirst
                        .map(first -> Map.<String, Object>of("order", first ? 1 : 2))
                        .orElse(null));
    }

    private static CaseFile.Order psychotherapist() {
        return OrderText.procedure("CPT#90837", null, null);
    }

    private static CaseFile.Text text(
            CaseFile.@Nullable Member member,
            ObjectNode order,
            List<CaseFile.Order> with,
            List<Map<String, Object>> chart) {
        CaseFile.Order full = new CaseFile.Order(null, null, null, null, null, null, null, null, null, map(order));
        CaseFile.Text none = OrderText.text(DAY, member, full);
        return new CaseFile.Text("", DAY, member, full, with, chart, none.expect());
    }

    private static ObjectNode request(String type) {
        ObjectNode request = JSON.createObjectNode()
                .put("resourceType", type)
                .put("id", "order-1")
                .put("status", "draft")
                .put("intent", "order");
        request.putObject("subject").put("reference", "Patient/patient");
        return request;
    }

    static Map<String, Object> map(ObjectNode resource) {
        return JSON.convertValue(resource, new TypeReference<>() {});
    }

    static String json(Map<String, Object> resource) {
        return JSON.valueToTree(resource).toString();
    }

    static Map<String, Object> map(String resource) {
        try {
            return JSON.readValue(resource, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(resource, e);
        }
    }
}
