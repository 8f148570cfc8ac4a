package org.precert.platform;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Organization;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.evaluation.PolicyDesks;
import org.precert.forms.Flavour;
import org.precert.forms.Form;
import org.precert.forms.FormBook;
import org.precert.forms.LibraryWriter;
import org.precert.policy.Payer;
import org.precert.policy.Policy;
import org.precert.policy.PolicyBook;
import org.precert.policy.PolicyFiles;

/**
 * The payers and policies as FHIR resources: an Organization a payer, a Library for the CQL of each policy and for the
 * shared ones, a Questionnaire a form. Made of the policy folders, never written by hand.
 */
final class PolicyArtifacts {

    private static final String LIBRARY_TYPES = "http://terminology.hl7.org/CodeSystem/library-type";

    /** The store has one spelling of a form: that of the current guide, whose canonicals have their versions. */
    private static final Flavour FLAVOUR = new Flavour(GuideVersion.STU_2_2, true);

    private final FhirContext fhir;
    private final PolicyFolders folders;
    private final PolicyBook book;
    private final FormBook forms;
    private final PackagedForms packaged;
    private final String base;

    PolicyArtifacts(
            FhirContext fhir,
            PolicyFolders folders,
            PolicyBook book,
            FormBook forms,
            PackagedForms packaged,
            String base) {
        this.fhir = fhir;
        this.folders = folders;
        this.book = book;
        this.forms = forms;
        this.packaged = packaged;
        this.base = base;
    }

    Stream<IBaseResource> resources() {
        Map<String, IBaseResource> all = new LinkedHashMap<>();
        book.payers().forEach(payer -> keep(all, organization(payer)));
        PolicyFiles.ofClasspath(PolicyDesks.SHARED)
                .ending(".cql")
                .forEach((file, cql) ->
                        keep(all, library(name(file), "1.0.0", cql).setTitle(name(file))));
        book.policies().forEach(policy -> keep(all, library(policy)));
        // What fills a form in an EHR has its ELM with it, and takes the place of the text alone.
        for (Form form : forms.all()) {
            packaged.libraries(form, FLAVOUR).forEach(library -> keep(all, parsed(library)));
            keep(all, parsed(packaged.questionnaires().write(form, FLAVOUR)));
        }
        return all.values().stream();
    }

    private static void keep(Map<String, IBaseResource> all, IBaseResource resource) {
        all.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
    }

    private IBaseResource parsed(ObjectNode resource) {
        return fhir.newJsonParser().parseResource(resource.toString());
    }

    private Library library(Policy policy) {
        String cql =
                folders.text(policy.folder() + "/" + policy.library() + ".cql").orElse("");
        Date since =
                Date.from(policy.inForce().from().atStartOfDay(ZoneOffset.UTC).toInstant());
        return library(policy.library(), policy.version(), cql)
                .setTitle(policy.title())
                .setApprovalDate(since);
    }

    private static Organization organization(Payer payer) {
        Organization organization = new Organization();
        organization.setId(payer.key());
        organization.setActive(true).setName(payer.name());
        organization.addType(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/organization-type", "pay", "Payer")));
        for (String identifier : payer.identifiers()) {
            int bar = identifier.lastIndexOf('|');
            organization
                    .addIdentifier()
                    .setSystem(identifier.substring(0, bar))
                    .setValue(identifier.substring(bar + 1));
        }
        return organization;
    }

    private Library library(String name, String version, String cql) {
        Library library = new Library();
        library.setId(LibraryWriter.id(name));
        library.setUrl(base + "/Library/" + name)
                .setVersion(version)
                .setName(name)
                .setStatus(PublicationStatus.ACTIVE);
        library.setType(new CodeableConcept(new Coding(LIBRARY_TYPES, "logic-library", "Logic Library")));
        library.addContent().setContentType("text/cql").setData(cql.getBytes(StandardCharsets.UTF_8));
        return library;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".cql".length());
    }
}
