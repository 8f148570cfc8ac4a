package org.precert.pas.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.pas.call.PasVersion;

/** The resources of a request. */
record AskedForText(PasVersion version) {

    static final List<String> IDS = List.of(
            "Claim/asked",
            "Patient/member",
            "Organization/payer",
            "Organization/clinic",
            "Coverage/plan",
            "PractitionerRole/role",
            "Practitioner/doctor");

    private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";

    ObjectNode bundle() {
        ObjectNode bundle = AskedFor.JSON.createObjectNode().put("resourceType", "Bundle");
        bundle.putObject("identifier")
                .put("system", "https://clinic.example/bht03")
                .put("value", "b-1");
        bundle.put("type", "collection").put("timestamp", "2026-11-02T09:29:58Z");
        ArrayNode entries = bundle.putArray("entry");
        AskedFor.entry(entries, claim());
        AskedFor.entry(entries, read("""
                {"resourceType":"Patient","id":"member","meta":{"profile":["%sprofile-beneficiary"]},
                 "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MB"}]},
                   "system":"https://payer.example/member","value":"M100"}],
                 "name":[{"family":"Example","given":["Kim"]}],"gender":"female","birthDate":"1980-01-02"}
                """));
        AskedFor.entry(entries, read("""
                {"resourceType":"Organization","id":"payer","meta":{"profile":["%sprofile-insurer"]},
                 "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}],"active":true,
                 "type":[{"coding":[{"system":"https://codesystem.x12.org/005010/98","code":"PR"}]}],"name":"Payer"}
                """));
        AskedFor.entry(entries, read("""
                {"resourceType":"Organization","id":"clinic","meta":{"profile":["%sprofile-requestor"]},
                 "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}],"active":true,
                 "type":[{"coding":[{"system":"https://codesystem.x12.org/005010/98","code":"X3"}]}],"name":"Clinic",
                 "telecom":[{"system":"phone","value":"555-0100"}],
                 "address":[{"line":["1 Street"],"city":"Town","state":"KS","postalCode":"66002","country":"US"}]}
                """));
        AskedFor.entry(entries, read("""
                {"resourceType":"Coverage","id":"plan","meta":{"profile":["%sprofile-coverage"]},
                 "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MB"}]},
                   "system":"https://payer.example/member","value":"M100"}],
                 "status":"active","subscriberId":"M100","beneficiary":{"reference":"Patient/member"},
                 "relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/subscriber-relationship",
                   "code":"self"},{"system":"https://codesystem.x12.org/005010/1069","code":"18"}]},
                 "payor":[{"reference":"Organization/payer"}]}
                """));
        AskedFor.entry(entries, read("""
                {"resourceType":"PractitionerRole","id":"role","meta":{"profile":["%sprofile-practitionerrole"]},
                 "active":true,"practitioner":{"reference":"Practitioner/doctor"},
                 "organization":{"reference":"Organization/clinic"},
                 "telecom":[{"system":"phone","value":"555-0101"}]}
                """));
        AskedFor.entry(entries, read("""
                {"resourceType":"Practitioner","id":"doctor","meta":{"profile":["%sprofile-practitioner"]},
                 "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}],
                 "name":[{"family":"Healer"}]}
                """));
        return bundle;
    }

    private ObjectNode claim() {
        ObjectNode claim = read("""
                {"resourceType":"Claim","id":"asked","meta":{"profile":["%sprofile-claim"]},
                 "identifier":[{"system":"urn:trnorg:9012345678","value":"T-1"}],"status":"active",
                 "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
                 "use":"preauthorization","patient":{"reference":"Patient/member"},"created":"2026-11-02T09:29:58Z",
                 "insurer":{"reference":"Organization/payer"},"provider":{"reference":"Organization/clinic"},
                 "priority":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/processpriority","code":"normal"}]},
                 "careTeam":[{"sequence":1,"provider":{"reference":"PractitionerRole/role"},
                   "role":{"coding":[{"system":"https://codesystem.x12.org/005010/98","code":"71","display":"theirs"}]},
                   "qualification":{"coding":[{"system":"https://codesystem.x12.org/005010/127","code":"207L00000X"}]}}],
                 "insurance":[{"sequence":1,"focal":true,"coverage":{"reference":"Coverage/plan"}}],
                 "diagnosis":[{"sequence":1,"diagnosisCodeableConcept":{"coding":[
                   {"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G90.50"}]}}]}
                """);
        ObjectNode scope =
                ((ObjectNode) claim.at("/careTeam/0")).withArray("extension").addObject();
        scope.put("url", PAS + "extension-careTeamClaimScope").put("valueBoolean", true);
        if (version == PasVersion.STU_2_2) {
            transmission(claim);
        }
        ArrayNode items = claim.putArray("item");
        for (int sequence = 1; sequence <= 4; sequence++) {
            items.add(item(sequence));
        }
        return claim;
    }

    private static void transmission(ObjectNode claim) {
        ObjectNode identifiers = claim.withArray("extension").addObject();
        identifiers.put("url", PAS + "extension-TransmissionIdentifiers");
        identifiers
                .withArray("extension")
                .addObject()
                .put("url", "applicationSenderCode")
                .put("valueString", "CLINIC");
        identifiers
                .withArray("extension")
                .addObject()
                .put("url", "applicationReceiverCode")
                .put("valueString", "PAYER");
    }

    private ObjectNode item(int sequence) {
        ObjectNode item = read("""
                {"category":{"coding":[{"system":"https://codesystem.x12.org/005010/1365","code":"3"}]},
                 "productOrService":{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
                   "code":"J2001"}]},"servicedDate":"2026-11-16","quantity":{"value":10,
                   "system":"https://codesystem.x12.org/005010/673","code":"UN"},
                 "diagnosisSequence":[1],"locationCodeableConcept":{"coding":[{"system":
                   "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set","code":"11"}]}}
                """).put("sequence", sequence);
        ObjectNode trace = item.withArray("extension").addObject().put("url", PAS + "extension-itemTraceNumber");
        trace.putObject("valueIdentifier")
                .put("system", "urn:trnorg:9012345678")
                .put("value", "T-1-" + sequence);
        coded(item, "extension-serviceItemRequestType", "1525", "HS");
        coded(item, "extension-certificationType", "1322", "I");
        return item;
    }

    private static void coded(ObjectNode item, String extension, String system, String code) {
        ObjectNode added = item.withArray("extension").addObject().put("url", PAS + extension);
        added.putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", "https://codesystem.x12.org/005010/" + system)
                .put("code", code);
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) AskedFor.JSON.readTree(json.replace("%s", PAS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
