package org.precert.pas.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.pas.call.BusinessId;
import org.precert.pas.call.Characters;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Reads what is sent to $submit-attachment: cdex-parameters-submit-attachment of CDex 2.1.0, a closed list of names. */
public final class AttachmentCallReader {

    private static final Set<String> NAMES = Set.of(
            "TrackingId",
            "AdminRefNumber",
            "AttachTo",
            "PayerId",
            "OrganizationId",
            "ProviderId",
            "MemberId",
            "ServiceDate",
            "Attachment",
            "Final");
    private static final Set<String> PARTS = Set.of("LineItem", "Code", "Content");
    private static final int MOST_DOCUMENTS = 100;
    private static final String LOINC = "http://loinc.org";
    private static final String PLACE = "Parameters.parameter";

    private final ObjectMapper json;

    /** @param json refuses numbers of absurd size and keys that come twice, and limits the depth */
    public AttachmentCallReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param body a Parameters resource
     * @throws InvalidRequest naming the first place that is wrong, never quoting what stands there
     */
    public AttachmentCall read(byte[] body) {
        JsonNode parameters = tree(body);
        if (!parameters.path("resourceType").asText().equals("Parameters")) {
            throw Given.malformed("resourceType", "The body is not a Parameters resource");
        }
        if (!Characters.areText(parameters)) {
            throw Given.malformed("", "The body has an escape that stands for no character");
        }
        Given given = new Given(parameters.path("parameter"), PLACE);
        check(given.all(), NAMES);
        checkPurpose(given.one("AttachTo"));
        AttachmentCall call = call(given);
        for (Given.One attachment : given.named("Attachment")) {
            Given.One content = parts(attachment).one("Content");
            ContentRules.check(content.node().path("resource"), content.path() + ".resource");
        }
        return call;
    }

    /** What was taken once, to be used again: it is not judged a second time. */
    public AttachmentCall again(byte[] kept) {
        return call(new Given(tree(kept).path("parameter"), PLACE));
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw Given.malformed("", "The body is not a JSON object");
            }
            return tree;
        } catch (ArithmeticException e) {
            throw Given.malformed("", "The body has a number that is too large or too small");
        } catch (JsonProcessingException e) {
            throw Given.malformed("", "The body is not valid JSON");
        } catch (CharConversionException e) {
            throw Given.malformed("", "The body is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(List<Given.One> given, Set<String> names) {
        for (Given.One each : given) {
            if (!names.contains(each.name())) {
                throw Given.malformed(each.path() + ".name", "This is no parameter of the operation");
            }
        }
    }

    private static void checkPurpose(Given.One attachTo) {
        String purpose = attachTo.node().path("valueCode").asText();
        if (purpose.isEmpty()) {
            throw Given.malformed(attachTo.path() + ".valueCode", "AttachTo has no code");
        }
        if (!purpose.equals("preauthorization")) {
            throw new InvalidRequest(
                    Kind.NOT_CONFORMANT,
                    attachTo.path() + ".valueCode",
                    "Documents are taken here for prior authorization alone");
        }
    }

    private static AttachmentCall call(Given given) {
        Set<BusinessId> senders = new LinkedHashSet<>();
        identifier(given, "OrganizationId").ifPresent(senders::add);
        identifier(given, "ProviderId").ifPresent(senders::add);
        if (senders.isEmpty()) {
            throw Given.malformed(PLACE, "OrganizationId or ProviderId is needed");
        }
        given.atMostOne("ServiceDate")
                .ifPresent(date -> date.value(
                        "valueDateTime",
                        date.node().path("valueDateTime").asText().matches("\\d{4}(-\\d{2}(-\\d{2}(T.{1,40})?)?)?")));
        return new AttachmentCall(
                given.one("TrackingId").identifier(),
                identifier(given, "AdminRefNumber"),
                identifier(given, "PayerId"),
                senders,
                given.one("MemberId").identifier(),
                documents(given.named("Attachment")),
                last(given));
    }

    private static Optional<BusinessId> identifier(Given given, String name) {
        return given.atMostOne(name).map(Given.One::identifier);
    }

    /** Without a word it is the last: CDex 2.1.0, Final. */
    private static boolean last(Given given) {
        return given.atMostOne("Final")
                .map(each -> each.value(
                                "valueBoolean", each.node().path("valueBoolean").isBoolean())
                        .booleanValue())
                .orElse(true);
    }

    private static List<AttachmentCall.Sent> documents(List<Given.One> attachments) {
        if (attachments.isEmpty()) {
            throw Given.malformed(PLACE, "Attachment is missing");
        }
        if (attachments.size() > MOST_DOCUMENTS) {
            throw new InvalidRequest(Kind.TOO_LARGE, PLACE, "There are more attachments than " + MOST_DOCUMENTS);
        }
        List<AttachmentCall.Sent> documents = new ArrayList<>();
        attachments.forEach(each -> documents.add(document(each)));
        return documents;
    }

    private static AttachmentCall.Sent document(Given.One attachment) {
        Given parts = parts(attachment);
        check(parts.all(), PARTS);
        Given.One content = parts.one("Content");
        if (!(content.node().path("resource") instanceof ObjectNode resource)
                || !resource.path("resourceType").isTextual()) {
            throw Given.malformed(content.path() + ".resource", "Content has no resource");
        }
        return new AttachmentCall.Sent(
                parts.named("LineItem").stream().map(AttachmentCallReader::line).toList(),
                parts.atMostOne("Code").map(AttachmentCallReader::code).orElse(""),
                resource);
    }

    private static Given parts(Given.One attachment) {
        return new Given(attachment.node().path("part"), attachment.path() + ".part");
    }

    private static int line(Given.One item) {
        String number = item.node().path("valueString").asText().strip();
        return Integer.parseInt(item.value("valueString", number.matches("[1-9]\\d{0,8}"))
                .asText()
                .strip());
    }

    /** Of LOINC; a code of X12 755 is its alternative, of which nothing depends here. */
    private static String code(Given.One code) {
        JsonNode concept = code.value(
                "valueCodeableConcept", code.node().path("valueCodeableConcept").isObject());
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").asText().equals(LOINC)) {
                return coding.path("code").asText();
            }
        }
        return "";
    }
}
