package org.precert.evaluation;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.decision.Evidence;
import org.precert.policy.LinesOfBusiness;
import org.precert.policy.Payer;

/** Spells a case out as FHIR: {@code SYSTEM#code words} becomes a coding, words alone a text. */
final class CaseQuestion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SYSTEMS = Map.of(
            "CPT", "http://www.ama-assn.org/go/cpt",
            "HCPCS", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "RXNORM", "http://www.nlm.nih.gov/research/umls/rxnorm",
            "NDC", "http://hl7.org/fhir/sid/ndc",
            "SNOMED", "http://snomed.info/sct",
            "ICD10", "http://hl7.org/fhir/sid/icd-10-cm",
            "LOINC", "http://loinc.org");

    private final List<JsonNode> resources = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final CaseFile.Text text;

    CaseQuestion(CaseFile.Text text) {
        this.text = text;
        add(text.order());
        requireNonNullElse(text.with(), List.<CaseFile.Order>of()).forEach(this::add);
        requireNonNullElse(text.chart(), List.<Map<String, Object>>of())
                .forEach(resource -> resources.add(JSON.valueToTree(resource)));
        if (text.answers() != null) {
            resources.add(CompletedForm.of(orders.get(0), text.answers()));
        }
        addCoverages();
    }

    Question question(FactsReader reader, Payer payer, LinesOfBusiness lines) {
        return new Question(
                orders.get(0),
                orders,
                "Coverage/member",
                line(text.member(), payer, lines),
                List.of(new Evidence("line-of-business", "Coverage/member", "type", "", "", "")),
                LocalDate.parse(text.on()),
                "patient",
                reader.read(reader.canonical(resources, reference -> reference)));
    }

    static Optional<String> line(CaseFile.@Nullable Member member, Payer payer, LinesOfBusiness lines) {
        if (member == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(member.plan())
                .map(plan -> payer.plans().get("plan|" + plan))
                .or(() -> Optional.ofNullable(member.group())
                        .map(group -> payer.plans().get("group|" + group)))
                .or(() -> Optional.ofNullable(member.type()).flatMap(lines::ofPaymentSource));
    }

    private void addCoverages() {
        CaseFile.Member member = text.member();
        ObjectNode own = coverage("member", member == null ? null : member.type());
        if (member != null && member.order() != null) {
            own.put("order", member.order());
        }
        if (member != null && member.medicare() != null) {
            ObjectNode medicare =
                    coverage("medicare", String.valueOf(member.medicare().getOrDefault("type", "12")));
            ObjectNode more = JSON.valueToTree(member.medicare());
            more.remove("type");
            medicare.setAll(more);
        }
    }

    private ObjectNode coverage(String id, @Nullable String type) {
        ObjectNode coverage = resource("Coverage", id);
        coverage.put("status", "active");
        coverage.putObject("beneficiary").put("reference", "Patient/patient");
        if (type != null) {
            coverage.putObject("type")
                    .putArray("coding")
                    .addObject()
                    .put("system", "https://nahdo.org/sopt")
                    .put("code", type);
        }
        return coverage;
    }

    private void add(CaseFile.Order order) {
        Map<String, Object> given = order.resource();
        if (given != null) {
            JsonNode resource = JSON.valueToTree(given);
            resources.add(resource);
            orders.add(resource.path("resourceType").asText() + "/"
                    + resource.path("id").asText());
        } else if (order.appointment() != null) {
            visit(order, "Appointment", "serviceType", order.appointment());
        } else if (order.encounter() != null) {
            visit(order, "Encounter", "type", order.encounter());
        } else if (order.procedure() != null) {
            service(request("ServiceRequest"), order, order.procedure());
        } else {
            drug(order, requireNonNullElse(order.drug(), ""));
        }
    }

    /** What a visit is based on is held, and no order of the request. */
    private void visit(CaseFile.Order order, String resourceType, String typed, String type) {
        ObjectNode visit = request(resourceType);
        if (!type.isEmpty()) {
            visit.putArray(typed).add(concept(type));
        }
        reasons(visit, order.indication());
        int number = 0;
        for (CaseFile.Order each : requireNonNullElse(order.basedOn(), List.<CaseFile.Order>of())) {
            String id = visit.path("id").asText() + "-is-for-" + ++number;
            visit.withArray("basedOn").addObject().put("reference", "ServiceRequest/" + id);
            if (each.procedure() != null) {
                service(resource("ServiceRequest", id), each, each.procedure());
            }
        }
    }

    private static void service(ObjectNode service, CaseFile.Order order, String procedure) {
        service.set("code", concept(procedure));
        if (order.detail() != null) {
            service.putArray("orderDetail").add(concept(order.detail()));
        }
        reasons(service, order.indication());
    }

    private void drug(CaseFile.Order order, String drug) {
        ObjectNode request = request("MedicationRequest");
        if (Boolean.TRUE.equals(order.contained())) {
            ObjectNode medication = request.putArray("contained")
                    .addObject()
                    .put("resourceType", "Medication")
                    .put("id", "med");
            medication.set("code", concept(drug));
            request.putObject("medicationReference").put("reference", "#med");
        } else if (!drug.isEmpty()) {
            request.set("medicationCodeableConcept", concept(drug));
        }
        if (order.route() != null) {
            request.putArray("dosageInstruction").addObject().set("route", concept(order.route()));
        }
        reasons(request, order.indication());
    }

    private ObjectNode request(String type) {
        ObjectNode request = resource(type, "order-" + (orders.size() + 1));
        orders.add(type + "/" + request.path("id").asText());
        if (type.endsWith("Request")) {
            request.put("status", "draft").put("intent", "order");
            request.putObject("subject").put("reference", "Patient/patient");
        }
        return request;
    }

    private ObjectNode resource(String type, String id) {
        ObjectNode resource = JSON.createObjectNode().put("resourceType", type).put("id", id);
        resources.add(resource);
        return resource;
    }

    private static void reasons(ObjectNode order, @Nullable JsonNode indications) {
        if (indications == null || indications.isNull()) {
            return;
        }
        ArrayNode reasons = order.putArray("reasonCode");
        if (indications.isArray()) {
            indications.forEach(indication -> reasons.add(concept(indication.asText())));
        } else {
            reasons.add(concept(indications.asText()));
        }
    }

    /** Several codings of one concept are told apart by " + ". */
    static ObjectNode concept(String text) {
        ObjectNode concept = JSON.createObjectNode();
        if (!text.contains("#")) {
            return concept.put("text", text);
        }
        concept.set("coding", codings(text));
        return concept;
    }

    static ArrayNode codings(String text) {
        ArrayNode codings = JSON.createArrayNode();
        for (String each : text.split(" \\+ ")) {
            String system = each.substring(0, each.indexOf('#'));
            String rest = each.substring(each.indexOf('#') + 1);
            int space = rest.indexOf(' ');
            ObjectNode coding = codings.addObject()
                    .put("system", SYSTEMS.getOrDefault(system, system))
                    .put("code", space < 0 ? rest : rest.substring(0, space));
            if (space > 0) {
                coding.put("display", rest.substring(space + 1));
            }
        }
        return codings;
    }
}
