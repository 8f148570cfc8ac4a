package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.requirements.Door.changed;
import static org.precert.requirements.Door.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a call may lack, and what it may have. */
@DemoServer
class RequestRequirementsTest {

    private static final String ORDER = "/context/draftOrders/entry/0/resource";
    private static final String BILLING_OPTIONS =
            "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-billing-options";

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    @Test
    @Requirement("billopt-2")
    void needsNoBillingOptions() {
        ObjectNode call = call();
        assertThat(call.toString()).doesNotContain(BILLING_OPTIONS);
        assertThat(door.ask(call).information()).hasSize(2);
    }

    @Test
    @Requirement("billopt-3")
    void takesTheCodesOfBillingOptionsIntoAccount() {
        ObjectNode call = alone(call(), 0);
        ObjectNode code = object(call, ORDER + "/code");
        JsonNode cpt = code.path("coding").path(0).deepCopy();
        code.putArray("coding")
                .addObject()
                .put("system", "http://snomed.info/sct")
                .put("code", "14152002")
                .put("display", "Intravenous infusion");
        assertThat(billingCodes(call)).doesNotContain("96365");
        code.putArray("extension")
                .addObject()
                .put("url", BILLING_OPTIONS)
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .add(cpt);
        assertThat(billingCodes(call)).contains("96365");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1.1", "6.1.0", "7.0.0"})
    @Requirement("conf-2")
    void takesEveryVersionOfUsCore(String version) {
        ObjectNode call = call();
        for (JsonNode resource : call.path("prefetch").findParents("resourceType")) {
            String type = resource.path("resourceType").asText();
            if (List.of("Patient", "Practitioner", "Condition", "Organization").contains(type)) {
                ((ObjectNode) resource)
                        .withObjectProperty("meta")
                        .putArray("profile")
                        .add("http://hl7.org/fhir/us/core/StructureDefinition/us-core-" + type.toLowerCase(Locale.ROOT)
                                + "|" + version);
            }
        }
        ObjectNode patient = object(call, "/prefetch/patient");
        patient.putArray("extension")
                .addObject()
                .put(
                        "url",
                        "http://hl7.org/fhir/us/core/StructureDefinition/us-core-"
                                + (version.equals("3.1.1") ? "birthsex" : "sex"))
                .put("valueCode", version.equals("3.1.1") ? "F" : "248152002");
        assertThat(decisions(call)).isEqualTo(decisions(call()));
    }

    /** Each of these mustSupport elements alone changes what is said. */
    @Test
    @Requirement("conf-4")
    void decidesByTheMustSupportElements() {
        List<String> usual = decisions(alone(call(), 1));
        assertThat(decisions(without(alone(call(), 1), "/medicationCodeableConcept")))
                .isNotEqualTo(usual);
        assertThat(decisions(without(alone(call(), 1), "/dosageInstruction"))).isNotEqualTo(usual);
        ObjectNode noReason = without(alone(call(), 1), "/reasonCode");
        object(noReason, "/prefetch").remove("conditions");
        assertThat(decisions(noReason)).isNotEqualTo(usual);
    }

    /** The call has the patient, the coverage with its payor and the order, with no more than the profiles ask for. */
    @ParameterizedTest
    @EnumSource
    @Requirement({"conf-7", "conf-8", "hook-22"})
    void needsNoResourceAndNoElementBeyondTheProfiles(Guide guide) {
        ObjectNode call = guide.call("order-sign", Given.SAMPLE);
        object(call, "/prefetch").remove(List.of("conditions", "practitioners"));
        object(call, "/prefetch/patient").retain("resourceType", "id", "identifier", "name", "gender", "birthDate");
        object(call, "/prefetch/coverage/entry/0/resource")
                .retain("resourceType", "id", "status", "beneficiary", "relationship", "payor", "period");
        object(call, "/prefetch/organizations/entry/0/resource")
                .retain("resourceType", "id", "identifier", "active", "name");
        object(call, ORDER)
                .retain(
                        "resourceType",
                        "id",
                        "status",
                        "intent",
                        "code",
                        "subject",
                        "authoredOn",
                        "requester",
                        "reasonCode");
        assertThat(door.ask(call).information())
                .hasSize(2)
                .allSatisfy(
                        information -> assertThat(information.code("covered")).isEqualTo("not-covered"));
    }

    static final List<String> OPTIONAL = List.of(
            ORDER + "/occurrenceDateTime",
            ORDER + "/reasonCode",
            "/context/draftOrders/entry/1/resource/dosageInstruction",
            "/context/draftOrders/entry/1/resource/reasonCode",
            "/prefetch/coverage/entry/0/resource/identifier",
            "/prefetch/coverage/entry/0/resource/type",
            "/prefetch/coverage/entry/0/resource/subscriberId",
            "/prefetch/coverage/entry/0/resource/period",
            "/prefetch/patient/telecom",
            "/prefetch/patient/address",
            "/prefetch/patient/gender",
            "/prefetch/patient/birthDate",
            "/prefetch/patient",
            "/prefetch/practitioners",
            "/prefetch/conditions");

    @ParameterizedTest
    @FieldSource("OPTIONAL")
    @Requirement("conf-12")
    void takesWhatMayBeLeftOutForNoError(String pointer) {
        ObjectNode call = call();
        int last = pointer.lastIndexOf('/');
        assertThat(object(call, pointer.substring(0, last)).remove(pointer.substring(last + 1)))
                .isNotNull();
        assertThat(door.ask(call).information()).hasSize(2);
    }

    static Stream<Consumer<ObjectNode>> unexpected() {
        return Stream.of(
                call -> call.put("unheardOf", 1),
                call -> object(call, "/context").putObject("unheardOf").put("of", 1),
                call -> object(call, "/prefetch").putObject("unheardOf").put("resourceType", "Basic"),
                call -> object(call, ORDER).put("unheardOf", 1),
                call -> object(call, "/prefetch/patient").putArray("unheardOf").add(1));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    @Requirement({"found-33", "hook-23"})
    void ignoresWhatItDoesNotExpect(Consumer<ObjectNode> change) {
        assertThat(decisions(changed(call(), change))).isEqualTo(decisions(call()));
    }

    @ParameterizedTest
    @FieldSource("org.precert.inferno.HookBodies#HOOKS")
    @Requirement({"hook-23", "2.0.1@168"})
    void ignoresAnUnknownContextElementOnEveryHook(String hook) {
        ObjectNode call = Guide.V2_0.call(hook, Given.SAMPLE);
        object(call, "/context").putArray("unheardOf").add(1);
        assertThat(door.send(call).status()).isEqualTo(200);
    }

    /** 412 is for what could not be had; what was had and says little is answered. */
    @ParameterizedTest
    @ValueSource(strings = {"conditions", "practitioners", "patient"})
    @Requirement("found-32")
    void doesNotCallForMoreThanTheRecordHolds(String key) {
        ObjectNode call = call();
        object(call, "/prefetch").putNull(key);
        assertThat(door.send(call).status()).isEqualTo(200);
        ObjectNode empty = call();
        object(empty, "/prefetch")
                .putObject(key)
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("total", 0);
        assertThat(door.send(empty).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"found-34", "hook-16"})
    void saysWhatItCanOfAnOrderThatSaysLittle() {
        List<Information> information =
                door.ask(Guide.V2_2, "order-sign", Given.TOO_LITTLE).information();
        assertThat(information).isNotEmpty().allSatisfy(each -> {
            assertThat(each.code("covered")).isEqualTo("conditional");
            assertThat(each.reasonText()).isNotBlank();
            assertThat(each.codes("info-needed")).isNotEmpty();
        });
    }

    @Test
    @Requirement("found-15")
    void answersForAllPayersAtOneAddress() {
        assertThat(Stream.of(
                        "bcbsks-fep-refer",
                        "bcbsri-medicaid-not-addressed",
                        "excellus-investigational-pain",
                        "medica-not-covered",
                        "premera-investigational-pain"))
                .allSatisfy(sample -> assertThat(
                                door.ask(Guide.V2_0, "order-sign", sample).information())
                        .isNotEmpty());
    }

    private static ObjectNode call() {
        return Guide.V2_0.call("order-sign", Given.SAMPLE);
    }

    private static ObjectNode alone(ObjectNode call, int entry) {
        ((ArrayNode) call.at("/context/draftOrders/entry")).remove(1 - entry);
        return call;
    }

    private static ObjectNode without(ObjectNode call, String element) {
        object(call, ORDER).remove(element.substring(1));
        return call;
    }

    private List<String> billingCodes(ObjectNode call) {
        return door.ask(call).information().stream()
                .flatMap(information -> information.parts("billingCode").stream())
                .map(part -> part.at("/valueCoding/code").asText())
                .toList();
    }

    /** What is said of each order, without what differs from answer to answer. */
    private List<String> decisions(ObjectNode call) {
        return door.ask(call).information().stream()
                .map(information -> information.code("covered") + " " + information.code("pa-needed") + " "
                        + information.reasonCodes() + " " + information.codes("info-needed"))
                .toList();
    }
}
