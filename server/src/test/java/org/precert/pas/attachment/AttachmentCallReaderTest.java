package org.precert.pas.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** What is sent to $submit-attachment: what is understood of it, and where it is wrong. */
class AttachmentCallReaderTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String CALL = """
            {"resourceType": "Parameters", "parameter": [
              {"name": "TrackingId", "valueIdentifier": {"system": "https://payer.example/acn", "value": "D1"}},
              {"name": "AttachTo", "valueCode": "preauthorization"},
              {"name": "PayerId", "valueIdentifier": {"value": "P1"}},
              {"name": "OrganizationId", "valueIdentifier": {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1"}},
              {"name": "ProviderId", "valueIdentifier": {"system": "http://hl7.org/fhir/sid/us-npi", "value": "2"}},
              {"name": "MemberId", "valueIdentifier": {"system": "urn:m", "value": "M1"}},
              {"name": "ServiceDate", "valueDateTime": "2026-06-15"},
              {"name": "Attachment", "part": [
                {"name": "LineItem", "valueString": "1"},
                {"name": "LineItem", "valueString": "3"},
                {"name": "Code", "valueCodeableConcept": {"coding": [{"system": "http://loinc.org", "code": "34117-2"}]}},
                {"name": "Content", "resource": {"resourceType": "DocumentReference", "content": [
                  {"attachment": {"contentType": "application/pdf", "data": "JVBERi0xLjQ="}}]}}]},
              {"name": "Final", "valueBoolean": false}]}""";

    private final AttachmentCallReader reader = new AttachmentCallReader(JSON);

    private static ObjectNode call() {
        try {
            return (ObjectNode) JSON.readTree(CALL);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode named(ObjectNode call, String name) {
        for (var each : call.path("parameter")) {
            if (each.path("name").asText().equals(name)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError(name);
    }

    private static void remove(ObjectNode call, String name) {
        ArrayNode list = call.withArray("parameter");
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path("name").asText().equals(name)) {
                list.remove(i);
            }
        }
    }

    private InvalidRequest refused(Consumer<ObjectNode> spoil) {
        ObjectNode call = call();
        spoil.accept(call);
        return refused(call.toString());
    }

    private InvalidRequest refused(String body) {
        return catchThrowableOfType(InvalidRequest.class, () -> reader.read(body.getBytes(UTF_8)));
    }

    private static void content(ObjectNode call, String resource) {
        try {
            ((ObjectNode) named(call, "Attachment").at("/part/3")).set("resource", JSON.readTree(resource));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyPartOfACallIsRead() {
        AttachmentCall call = reader.read(CALL.getBytes(UTF_8));
        assertThat(call.tracking().token()).isEqualTo("https://payer.example/acn|D1");
        assertThat(call.payer().orElseThrow().value()).isEqualTo("P1");
        assertThat(call.senders()).extracting(each -> each.value()).containsExactlyInAnyOrder("1", "2");
        assertThat(call.member().token()).isEqualTo("urn:m|M1");
        assertThat(call.last()).isFalse();
        assertThat(call.documents()).hasSize(1);
        assertThat(call.documents().get(0).lines()).containsExactly(1, 3);
        assertThat(call.documents().get(0).code()).isEqualTo("34117-2");
    }

    @Test
    void withoutAWordItIsTheLast() {
        ObjectNode call = call();
        remove(call, "Final");
        assertThat(reader.read(call.toString().getBytes(UTF_8)).last()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrackingId", "AttachTo", "MemberId", "Attachment"})
    void whatIsNeededIsNamedWhereItIsMissing(String name) {
        InvalidRequest problem = refused(call -> remove(call, name));
        assertThat(problem.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(problem.path()).isEqualTo("Parameters.parameter");
        assertThat(problem).hasMessageContaining(name);
    }

    @Test
    void oneOfOrganizationAndProviderIsEnough() {
        ObjectNode call = call();
        remove(call, "OrganizationId");
        assertThat(reader.read(call.toString().getBytes(UTF_8)).senders()).hasSize(1);
        remove(call, "ProviderId");
        assertThat(refused(call.toString())).hasMessage("OrganizationId or ProviderId is needed");
    }

    @Test
    void nothingIsTakenForAClaim() {
        InvalidRequest problem = refused(call -> named(call, "AttachTo").put("valueCode", "claim"));
        assertThat(problem.kind()).isEqualTo(Kind.NOT_CONFORMANT);
        assertThat(problem.path()).isEqualTo("Parameters.parameter[1].valueCode");
    }

    @Test
    void aPurposeWithoutACodeIsRefused() {
        assertThat(refused(call -> named(call, "AttachTo").remove("valueCode")).path())
                .isEqualTo("Parameters.parameter[1].valueCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrackingId", "MemberId", "PayerId", "OrganizationId"})
    void anIdentifierHasAValue(String name) {
        assertThat(refused(call ->
                                named(call, name).putObject("valueIdentifier").put("value", " "))
                        .path())
                .endsWith("valueIdentifier.value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrackingId", "MemberId", "Final"})
    void whatMayBeThereOnceIsNotThereTwice(String name) {
        InvalidRequest problem = refused(
                call -> call.withArray("parameter").add(named(call, name).deepCopy()));
        assertThat(problem.path()).isEqualTo("Parameters.parameter[9]");
    }

    @Test
    void aNameThatTheOperationDoesNotHaveIsRefused() {
        assertThat(refused(call -> named(call, "Final").put("name", "final")).path())
                .isEqualTo("Parameters.parameter[8].name");
    }

    @Test
    void aParameterHasAName() {
        assertThat(refused(call -> named(call, "Final").remove("name")).path())
                .isEqualTo("Parameters.parameter[8].name");
    }

    @Test
    void finalIsYesOrNo() {
        assertThat(refused(call -> named(call, "Final").put("valueBoolean", "no"))
                        .path())
                .isEqualTo("Parameters.parameter[8].valueBoolean");
    }

    @Test
    void aDayOfServiceIsADay() {
        assertThat(refused(call -> named(call, "ServiceDate").put("valueDateTime", "soon"))
                        .path())
                .isEqualTo("Parameters.parameter[6].valueDateTime");
    }

    @Test
    void aLineIsAPositiveNumber() {
        assertThat(refused(call -> ((ObjectNode) named(call, "Attachment").at("/part/0")).put("valueString", "first"))
                        .path())
                .isEqualTo("Parameters.parameter[7].part[0].valueString");
    }

    @Test
    void anAttachmentHasContent() {
        assertThat(refused(call -> ((ArrayNode) named(call, "Attachment").path("part")).remove(3)))
                .hasMessage("Content is missing");
        assertThat(refused(call -> ((ObjectNode) named(call, "Attachment").at("/part/3")).remove("resource"))
                        .path())
                .isEqualTo("Parameters.parameter[7].part[3].resource");
    }

    @Test
    void aDocumentThatIsOnlyPointedToIsRefusedAndNobodyFetchesIt() {
        InvalidRequest problem = refused(call -> content(call, """
                {"resourceType": "DocumentReference", "content": [{"attachment": {"url": "https://ehr.example/1"}}]}"""));
        assertThat(problem.kind()).isEqualTo(Kind.NOT_CONFORMANT);
        assertThat(problem.path()).isEqualTo("Parameters.parameter[7].part[3].resource.content[0].attachment.url");
    }

    @Test
    void anAddressBesideTheContentIsPassedOver() {
        ObjectNode call = call();
        content(call, """
                {"resourceType": "DocumentReference", "content": [
                  {"attachment": {"url": "https://ehr.example/1", "data": "JVBERi0xLjQ="}}]}""");
        assertThat(reader.read(call.toString().getBytes(UTF_8)).documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not Base64!", "="})
    void aDocumentHasContentInBase64(String data) {
        InvalidRequest problem = refused(call -> content(
                call,
                "{\"resourceType\": \"DocumentReference\", \"content\": [{\"attachment\": {\"data\": \"" + data
                        + "\"}}]}"));
        assertThat(problem.path()).endsWith(".content[0].attachment.data");
    }

    @Test
    void aDocumentWithinABundleIsLookedAtToo() {
        InvalidRequest problem = refused(call -> content(call, """
                {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Condition"}},
                  {"resource": {"resourceType": "DocumentReference", "content": [{"attachment": {"url": "x"}}]}}]}"""));
        assertThat(problem.path())
                .isEqualTo("Parameters.parameter[7].part[3].resource.entry[1].resource.content[0].attachment.url");
    }

    @Test
    void anEmptyBundleIsRefused() {
        assertThat(refused(call -> content(call, "{\"resourceType\": \"Bundle\", \"entry\": []}"))
                        .path())
                .endsWith(".resource.entry");
    }

    @Test
    void moreThanAHundredAttachmentsAreTooMany() {
        InvalidRequest problem = refused(call -> {
            for (int i = 0; i < 100; i++) {
                call.withArray("parameter").add(named(call, "Attachment").deepCopy());
            }
        });
        assertThat(problem.kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{}",
                "{\"resourceType\": \"Bundle\"}",
                "{\"resourceType\": \"Parameters\"}",
                "{\"resourceType\": \"Parameters\", \"parameter\": []}",
                "{\"resourceType\": \"Parameters\", \"parameter\": [1]}",
                "{\"resourceType\": \"Parameters\", \"resourceType\": \"Parameters\"}",
                "{\"resourceType\": \"Parameters\"} {}",
                "{\"resourceType\": \"Parameters\", \"id\": \"\\ud800\"}"
            })
    void whatIsNoCallIsRefused(String body) {
        InvalidRequest problem = refused(body);
        assertThat(problem.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void nothingOfWhatWasSentIsQuoted() {
        InvalidRequest problem = refused(call -> named(call, "AttachTo").put("valueCode", "SECRET"));
        assertThat(problem.getMessage() + problem.path()).doesNotContain("SECRET");
    }
}
