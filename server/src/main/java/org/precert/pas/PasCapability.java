package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.pas.call.PasVersion;

/** What one version's base does, as a CapabilityStatement: CapabilityStatement IntermediaryCapabilities of the guide. */
final class PasCapability {

    private static final String GUIDE = "http://hl7.org/fhir/us/davinci-pas/";
    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/";

    private final ObjectMapper json;
    private final String baseUrl;
    private final String software;
    private final String date;
    private final long mostBytes;

    /**
     * @param software version of this server
     * @param date of its build, or of its start
     * @param mostBytes that a request may have
     */
    PasCapability(ObjectMapper json, String baseUrl, String software, String date, long mostBytes) {
        this.json = json;
        this.baseUrl = baseUrl;
        this.software = software;
        this.date = date;
        this.mostBytes = mostBytes;
    }

    ObjectNode of(PasVersion version) {
        ObjectNode statement = json.createObjectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", date)
                .put("kind", "instance");
        statement
                .putArray("instantiates")
                .add(GUIDE + "CapabilityStatement/IntermediaryCapabilities")
                .add(BACKPORT + "CapabilityStatement/backport-subscription-server-r4");
        statement.putObject("software").put("name", "Precert").put("version", software);
        statement
                .putObject("implementation")
                .put("description", "Prior authorization, Da Vinci PAS " + version.code())
                .put("url", baseUrl + version.base());
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("json").add("application/fhir+json");
        statement
                .putArray("implementationGuide")
                .add(GUIDE + "ImplementationGuide/hl7.fhir.us.davinci-pas|" + version.code());
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        security(rest.putObject("security"));
        resources(rest.putArray("resource"), version);
        operation(
                rest.putArray("operation"),
                "submit-attachment",
                "http://hl7.org/fhir/us/davinci-cdex/OperationDefinition/submit-attachment",
                "A request may have " + mostBytes + " bytes at most. Links are not followed: send the content itself.");
        return statement;
    }

    private void security(ObjectNode security) {
        ObjectNode uris = security.putArray("extension")
                .addObject()
                .put("url", "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris");
        uris.putArray("extension").addObject().put("url", "token").put("valueUri", baseUrl + "/oauth/token");
        security.put("cors", false);
        security.putArray("service")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/restful-security-service")
                .put("code", "SMART-on-FHIR")
                .put("display", "SMART-on-FHIR");
        security.put("description", "Server to server: SMART Backend Services, with scopes such as system/Claim.cr.");
    }

    private static void resources(ArrayNode resources, PasVersion version) {
        ObjectNode claim = resources.addObject().put("type", "Claim");
        ArrayNode operations = claim.putArray("operation");
        String definition = GUIDE + "OperationDefinition/";
        operation(
                operations,
                "submit",
                definition + "Claim-submit|" + version.code(),
                "The same request again, by its identifiers or the header Idempotency-Key, has the same answer again.");
        operation(
                operations,
                "inquire",
                definition + "Claim-inquiry|" + version.code(),
                "By the member, and a provider who takes part.");
        interactions(resources.addObject().put("type", "ClaimResponse"), List.of("read"));
        ObjectNode subscription = resources.addObject();
        subscription
                .putArray("extension")
                .addObject()
                .put("url", BACKPORT + "StructureDefinition/capabilitystatement-subscriptiontopic-canonical")
                .put("valueCanonical", GUIDE + "SubscriptionTopic/PASSubscriptionTopic");
        subscription.put("type", "Subscription");
        interactions(subscription, List.of("create", "read", "update", "delete", "search-type"));
        ArrayNode parameters = subscription.putArray("searchParam");
        parameters.addObject().put("name", "url").put("type", "uri");
        parameters.addObject().put("name", "status").put("type", "token");
        operation(
                subscription.putArray("operation"),
                "status",
                BACKPORT + "OperationDefinition/backport-subscription-status",
                "");
        operation(
                subscription.withArray("operation"),
                "events",
                BACKPORT + "OperationDefinition/backport-subscription-events",
                "");
    }

    private static void interactions(ObjectNode resource, List<String> codes) {
        ArrayNode interactions = resource.putArray("interaction");
        codes.forEach(code -> interactions.addObject().put("code", code));
    }

    private static void operation(ArrayNode operations, String name, String definition, String documentation) {
        ObjectNode operation = operations.addObject().put("name", name).put("definition", definition);
        if (!documentation.isEmpty()) {
            operation.put("documentation", documentation);
        }
    }
}
