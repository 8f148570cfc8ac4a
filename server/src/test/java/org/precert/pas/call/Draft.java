package org.precert.pas.call;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A request that is good in both versions, to be spoilt in one way. */
final class Draft {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static final String CLAIM = "/entry/0/resource";
    static final String ITEM = CLAIM + "/item/0";
    static final String DOCUMENT = "urn:uuid:5b0f1e0a-8a2c-4c1d-9b55-0d3f8f6a7c11";
    static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";

    private static final String GOOD = """
            {"resourceType":"Bundle","type":"collection","timestamp":"2026-11-22T09:00:00Z",
             "identifier":{"system":"http://ehr.example/bht","value":"B-1"},
             "entry":[
              {"fullUrl":"http://ehr.example/fhir/Claim/1","resource":{"resourceType":"Claim","id":"1",
               "extension":[
                {"url":"PAS:extension-TransmissionIdentifiers","extension":[
                 {"url":"applicationSenderCode","valueString":"SND"},{"url":"applicationReceiverCode","valueString":"RCV"},
                 {"url":"interchangeSenderID","valueString":"ISA-S"}]}],
               "identifier":[{"system":"http://ehr.example/trn","value":"T-1"}],
               "status":"active","use":"preauthorization","created":"2026-11-22",
               "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
               "priority":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/processpriority","code":"normal"}]},
               "patient":{"reference":"Patient/1"},"insurer":{"reference":"Organization/payer"},
               "provider":{"reference":"http://ehr.example/fhir/Organization/clinic"},
               "careTeam":[{"extension":[{"url":"PAS:extension-careTeamClaimScope","valueBoolean":true}],
                "sequence":1,"provider":{"reference":"PractitionerRole/1"}}],
               "diagnosis":[
                {"sequence":1,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G90.511"}]}},
                {"sequence":2,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"M79.7"}]}}],
               "supportingInfo":[
                {"sequence":1,"category":{"coding":[{"system":"http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes","code":"additionalInformation"}]},
                 "extension":[{"url":"PAS:extension-documentInformation","extension":[]}],
                 "valueReference":{"reference":"urn:uuid:5b0f1e0a-8a2c-4c1d-9b55-0d3f8f6a7c11"}},
                {"sequence":2,"category":{"coding":[{"system":"http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes","code":"patientEvent"}]},
                 "timingPeriod":{"start":"2026-12-01","end":"2026-12-05"}}],
               "insurance":[{"sequence":1,"focal":true,"coverage":{"reference":"Coverage/1"}}],
               "item":[
                {"extension":[
                  {"url":"PAS:extension-serviceItemRequestType","valueCodeableConcept":{"coding":[{"system":"https://codesystem.x12.org/005010/1525","code":"HS"}]}},
                  {"url":"PAS:extension-certificationType","valueCodeableConcept":{"coding":[{"system":"https://codesystem.x12.org/005010/1322","code":"I"}]}},
                  {"url":"PAS:extension-itemTraceNumber","valueIdentifier":{"system":"http://ehr.example/trn","value":"T-1-1"}},
                  {"url":"PAS:extension-requestedService","valueReference":{"reference":"ServiceRequest/1"}}],
                 "sequence":1,"diagnosisSequence":[1],
                 "category":{"coding":[{"system":"https://codesystem.x12.org/005010/1365","code":"3"}]},
                 "productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"96365"}]},
                 "servicedPeriod":{"start":"2026-12-02","end":"2026-12-04"},
                 "locationCodeableConcept":{"coding":[{"code":"11"}]},
                 "quantity":{"value":1.50,"system":"https://codesystem.x12.org/005010/673","code":"UN"}},
                {"extension":[
                  {"url":"PAS:extension-serviceItemRequestType","valueCodeableConcept":{"coding":[{"system":"https://codesystem.x12.org/005010/1525","code":"HS"}]}},
                  {"url":"PAS:extension-certificationType","valueCodeableConcept":{"coding":[{"system":"https://codesystem.x12.org/005010/1322","code":"I"}]}}],
                 "sequence":2,
                 "category":{"coding":[{"system":"https://codesystem.x12.org/005010/1365","code":"3"}]},
                 "productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"96366"}]},
                 "locationCodeableConcept":{"coding":[{"code":"11"}]}}]}},
              {"fullUrl":"http://ehr.example/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1","birthDate":"1980-02-29",
               "address":[{"postalCode":"92101-1234"}],
               "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MB"}]},"system":"http://payer.example/members","value":"M-1"}]}},
              {"fullUrl":"http://ehr.example/fhir/Organization/payer","resource":{"resourceType":"Organization","id":"payer",
               "identifier":[{"system":"http://payers.example","value":"P-1"}]}},
              {"fullUrl":"http://ehr.example/fhir/Organization/clinic","resource":{"resourceType":"Organization","id":"clinic",
               "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}]}},
              {"fullUrl":"http://ehr.example/fhir/Coverage/1","resource":{"resourceType":"Coverage","id":"1","status":"active","subscriberId":"S-1",
               "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MB"}]}}],
               "beneficiary":{"reference":"Patient/1"},"payor":[{"reference":"Organization/payer"}]}},
              {"fullUrl":"http://ehr.example/fhir/PractitionerRole/1","resource":{"resourceType":"PractitionerRole","id":"1",
               "practitioner":{"reference":"Practitioner/1"}}},
              {"fullUrl":"http://ehr.example/fhir/Practitioner/1","resource":{"resourceType":"Practitioner","id":"1",
               "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1999999984"}]}},
              {"fullUrl":"http://ehr.example/fhir/ServiceRequest/1","resource":{"resourceType":"ServiceRequest","id":"1","subject":{"reference":"Patient/1"}}},
              {"fullUrl":"urn:uuid:5b0f1e0a-8a2c-4c1d-9b55-0d3f8f6a7c11","resource":{"resourceType":"DocumentReference","subject":{"reference":"http://ehr.example/fhir/Patient/1"}}}
             ]}
            """.replace("PAS:", PAS);

    private final ObjectNode bundle;

    private Draft(ObjectNode bundle) {
        this.bundle = bundle;
    }

    static Draft good() {
        return new Draft((ObjectNode) tree(GOOD));
    }

    /** The good request, updated: the Claim before is sent along and had one item. */
    static Draft update() {
        Draft update = good();
        ObjectNode prior = update.bundle.at(CLAIM).deepCopy();
        prior.put("id", "0");
        ((ArrayNode) prior.path("item")).remove(1);
        return update.add("/entry", "{\"fullUrl\":\"http://ehr.example/fhir/Claim/0\"}")
                .set("/entry/9/resource", prior.toString())
                .set(
                        CLAIM + "/related",
                        "[{\"claim\":{\"reference\":\"Claim/0\"},\"relationship\":{\"coding\":[{\"code\":\"prior\"}]}}]");
    }

    Draft set(String pointer, String json) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = bundle.at(path.head());
        if (parent instanceof ArrayNode list) {
            list.set(path.last().getMatchingIndex(), tree(json));
        } else {
            ((ObjectNode) parent).set(path.last().getMatchingProperty(), tree(json));
        }
        return this;
    }

    Draft add(String pointer, String json) {
        ((ArrayNode) bundle.at(pointer)).add(tree(json));
        return this;
    }

    Draft remove(String pointer) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = bundle.at(path.head());
        if (parent instanceof ArrayNode list) {
            list.remove(path.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(path.last().getMatchingProperty());
        }
        return this;
    }

    /** Marks an element with an extension of the guide. */
    Draft mark(String pointer, String name, String value) {
        return extend(pointer, "extension", name, value);
    }

    /** Marks an element as cancelled, or as not cancelled. */
    Draft cancel(String pointer, boolean cancelled) {
        return extend(pointer, "modifierExtension", "modifierextension-infoCancelled", "\"valueBoolean\":" + cancelled);
    }

    Draft certify(String pointer, String code) {
        return mark(
                pointer,
                "extension-certificationType",
                "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"https://codesystem.x12.org/005010/1322\",\"code\":\""
                        + code + "\"}]}");
    }

    /** Certifies an item as something else than it is. */
    Draft recertify(int item, String code) {
        return set(CLAIM + "/item/" + item + "/extension/1/valueCodeableConcept/coding/0/code", "\"" + code + "\"");
    }

    private Draft extend(String pointer, String list, String name, String value) {
        ((ObjectNode) bundle.at(pointer)).withArray(list).add(tree("{\"url\":\"" + PAS + name + "\"," + value + "}"));
        return this;
    }

    ObjectNode bundle() {
        return bundle;
    }

    byte[] bytes() {
        return bundle.toString().getBytes(StandardCharsets.UTF_8);
    }

    SubmittedRequest read(PasVersion version, boolean lenient) {
        return new RequestReader(JSON).submission(bytes(), version, lenient);
    }

    SubmittedRequest read() {
        return read(PasVersion.STU_2_2, false);
    }

    InquiryRequest inquire(PasVersion version, boolean lenient) {
        return new RequestReader(JSON).inquiry(bytes(), version, lenient);
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
