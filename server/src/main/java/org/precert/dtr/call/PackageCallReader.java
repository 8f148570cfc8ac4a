package org.precert.dtr.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.coverage.GuideVersion;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Reads the parameters of {@code $questionnaire-package}. What neither version knows is passed over, as FHIR's operations
 * do with what is marked so; what contradicts a version is refused.
 */
public final class PackageCallReader {

    private static final int MOST = 100;
    private static final int LONGEST = 2000;

    /** DTR 2.0.1 and 2.2, $questionnaire-package, parameter order. */
    private static final Set<String> ORDERS = Set.of(
            "Appointment",
            "CommunicationRequest",
            "DeviceRequest",
            "Encounter",
            "ImmunizationRecommendation",
            "MedicationRequest",
            "NutritionOrder",
            "ServiceRequest",
            "SupplyRequest",
            "VisionPrescription");

    private PackageCallReader() {}

    /**
     * For {@code $questionnaire-package} itself.
     *
     * @throws InvalidRequest naming the parameter that is wrong
     */
    public static PackageCall strict(SentParameters sent, GuideVersion version) {
        PackageCall call = read(sent);
        if (call.orders().isEmpty()
                && call.questionnaires().isEmpty()
                && call.context().isEmpty()) {
            throw malformed("Parameters", "One of order, questionnaire or context is needed (dtr-1)");
        }
        if (call.coverages().isEmpty() && call.context().isEmpty()) {
            throw malformed("Parameters", "A coverage is needed");
        }
        if (version == GuideVersion.STU_2_2 && call.coverages().size() > 1) {
            throw malformed("Parameters", "There can be one coverage alone");
        }
        return call;
    }

    /** @throws InvalidRequest naming the parameter that is wrong */
    public static PackageCall read(SentParameters sent) {
        return new PackageCall(
                resources(sent, Set.of("coverage"), Set.of("Coverage")),
                resources(sent, Set.of("order"), ORDERS),
                resources(sent, Set.of("referenced", "content"), Set.of()),
                subject(sent),
                texts(sent, "questionnaire"),
                one(sent, "context"),
                one(sent, "changedsince").map(PackageCallReader::instant),
                one(sent, "gap-report").filter("true"::equals).isPresent());
    }

    /** As SDC's $populate has it. */
    private static Optional<String> subject(SentParameters sent) {
        return sent.named(Set.of("subject")).stream()
                .map(parameter -> parameter.value().path("reference").asText())
                .filter(reference -> !reference.isEmpty())
                .findFirst();
    }

    private static List<ObjectNode> resources(SentParameters sent, Set<String> names, Set<String> types) {
        List<ObjectNode> resources = new ArrayList<>();
        for (SentParameter parameter : sent.named(names)) {
            ObjectNode resource = parameter
                    .resource()
                    .orElseThrow(() -> malformed(parameter.path() + ".resource", "A resource is needed here"));
            List<ObjectNode> all = apart(resource);
            for (ObjectNode each : all) {
                String type = each.path("resourceType").asText();
                if (type.isEmpty() || (!types.isEmpty() && !types.contains(type))) {
                    throw malformed(parameter.path() + ".resource", "A resource of this type can not stand here");
                }
            }
            resources.addAll(all);
        }
        if (resources.size() > MOST * (types.isEmpty() ? 20 : 1)) {
            throw new InvalidRequest(Kind.TOO_LARGE, "Parameters", "There are too many resources");
        }
        return resources;
    }

    /** A Bundle stands for what is in it. */
    private static List<ObjectNode> apart(ObjectNode resource) {
        if (!resource.path("resourceType").asText().equals("Bundle")) {
            return List.of(resource);
        }
        List<ObjectNode> entries = new ArrayList<>();
        for (JsonNode entry : resource.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode each) {
                entries.add(each);
            }
        }
        return entries;
    }

    private static List<String> texts(SentParameters sent, String name) {
        List<String> texts = new ArrayList<>();
        for (SentParameter parameter : sent.named(Set.of(name))) {
            texts.add(parameter
                    .text()
                    .filter(text -> text.length() <= LONGEST)
                    .orElseThrow(() -> malformed(parameter.path(), "A value is needed here")));
        }
        if (texts.size() > MOST) {
            throw new InvalidRequest(Kind.TOO_LARGE, "Parameters", "There are too many parameters");
        }
        return texts;
    }

    private static Optional<String> one(SentParameters sent, String name) {
        List<String> texts = texts(sent, name);
        if (texts.size() > 1) {
            throw malformed("Parameters", "The parameter " + name + " can stand there once");
        }
        return texts.stream().findFirst();
    }

    /** 2.0.1 calls it a dateTime in one place and an instant in another: a day will do. */
    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw malformed("Parameters", "The value of changedsince is no instant");
        }
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
