package org.precert.dtr.packaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.precert.dtr.packaging.PackagedForms.Entry;
import org.precert.dtr.packaging.PackagedForms.Packaged;

/** Writes the collection that one form comes in: the form, its response, then whatever both need. */
public record BundleWriter(ObjectMapper json, Supplier<String> ids) {

    private static final String PROFILE = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/DTR-QPackageBundle";

    public ObjectNode write(Packaged form, ObjectNode response) {
        ObjectNode bundle = json.createObjectNode().put("resourceType", "Bundle");
        bundle.putObject("meta").putArray("profile").add(PROFILE);
        bundle.put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        add(entries, form.questionnaire());
        entries.addObject().put("fullUrl", "urn:uuid:" + ids.get()).set("resource", response);
        form.others().forEach(entry -> add(entries, entry));
        return bundle;
    }

    private static void add(ArrayNode entries, Entry entry) {
        entries.addObject().put("fullUrl", entry.fullUrl()).putRawValue("resource", entry.resource());
    }
}
