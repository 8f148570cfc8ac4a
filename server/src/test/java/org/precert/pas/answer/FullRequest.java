package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.SubmittedRequest;

/** A request that says whatever an answer may say again: a stay in a hospital with a nursing home before it. */
final class FullRequest {

    private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-";
    private static final String X12 = "https://codesystem.x12.org/005010/";
    private static final String TEMPORARY = "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes";

    private FullRequest() {}

    static SubmittedRequest of(PasVersion version) {
        return AskedFor.read(version, bundle(version).toPrettyString());
    }

    static ObjectNode bundle(PasVersion version) {
        ObjectNode bundle = new AskedForText(version).bundle();
        ObjectNode claim = (ObjectNode) bundle.at("/entry/0/resource");
        identifier((ObjectNode) claim.at("/identifier/0"));
        day(claim, 1, "admissionDates")
                .putObject("timingPeriod")
                .put("start", "2026-11-16")
                .put("end", "2026-11-18");
        day(claim, 2, "dischargeDates").put("timingDate", "2026-11-23");
        claim.path("item").forEach(item -> item((ObjectNode) item, version));
        AskedFor.entry(bundle.withArray("entry"), order());
        return bundle;
    }

    private static void identifier(ObjectNode identifier) {
        extension(identifier, "identifierSubDepartment").put("valueString", "Ward 4");
        ObjectNode state = extension(identifier, "identifierJurisdiction").putObject("valueCodeableConcept");
        coding(state, "https://www.usps.com/", "KS");
    }

    private static ObjectNode day(ObjectNode claim, int sequence, String category) {
        ObjectNode info = claim.withArray("supportingInfo").addObject().put("sequence", sequence);
        coding(info.putObject("category"), TEMPORARY, category);
        return info;
    }

    private static void item(ObjectNode item, PasVersion version) {
        item.putObject("unitPrice").put("value", 120.5).put("currency", "USD");
        String revenues = version == PasVersion.STU_2_0
                ? "https://www.nubc.org/revenue-code"
                : "https://www.nubc.org/CodeSystem/RevenueCodes";
        coding(item.putObject("revenue"), revenues, "0250");
        coding(item.withArray("modifier").addObject(), "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "JW");
        extension(item, "authorizationNumber").put("valueString", "A-EARLIER");
        extension(item, "epsdtIndicator").put("valueBoolean", false);
        concept(item, "nursingHomeResidentialStatus", X12 + "1345", "1");
        concept(item, "nursingHomeLevelOfCare", X12 + "1337", "1");
        concept(item, "productOrServiceCodeEnd", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "J2010");
        extension(item, "revenueUnitRateLimit").put("valueDecimal", 99.5);
        if (version == PasVersion.STU_2_2) {
            extension(item, "requestedService").putObject("valueReference").put("reference", "ServiceRequest/order");
        }
    }

    private static ObjectNode order() {
        ObjectNode order = AskedFor.JSON
                .createObjectNode()
                .put("resourceType", "ServiceRequest")
                .put("id", "order");
        order.putObject("meta").putArray("profile").add(PAS.replace("extension-", "profile-servicerequest"));
        order.put("status", "active").put("intent", "order");
        coding(order.putObject("code"), "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "J2001");
        order.putObject("subject").put("reference", "Patient/member");
        return order;
    }

    private static void concept(ObjectNode element, String name, String system, String code) {
        coding(extension(element, name).putObject("valueCodeableConcept").put("text", "their words"), system, code);
    }

    private static ObjectNode extension(ObjectNode element, String name) {
        return element.withArray("extension").addObject().put("url", PAS + name);
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }
}
