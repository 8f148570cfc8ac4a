package org.precert.platform;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Questionnaire;
import org.precert.evaluation.PolicyDesks;
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

    private final FhirContext fhir;
    private final PolicyFolders folders;
    private final PolicyBook book;
    private final String base;

    PolicyArtifacts(FhirContext fhir, PolicyFolders folders, PolicyBook book, String base) {
        this.fhir = fhir;
        this.folders = folders;
        this.book = book;
        this.base = base;
    }

    Stream<IBaseResource> resources() {
        List<IBaseResource> all = new ArrayList<>();
        book.payers().forEach(payer -> all.add(organization(payer)));
        PolicyFiles.ofClasspath(PolicyDesks.SHARED)
                .ending(".cql")
                .forEach(
                        (file, cql) -> all.add(library(name(file), "1.0.0", cql).setTitle(name(file))));
        book.policies().forEach(policy -> add(all, policy));
        return all.stream();
    }

    private void add(List<IBaseResource> all, Policy policy) {
        String cql =
                folders.text(policy.folder() + "/" + policy.library() + ".cql").orElse("");
        Date since =
                Date.from(policy.inForce().from().atStartOfDay(ZoneOffset.UTC).toInstant());
        all.add(library(policy.library(), policy.version(), cql)
                .setTitle(policy.title())
                .setApprovalDate(since));
        policy.questionnaires()
                .forEach((form, file) -> folders.text(policy.folder() + "/" + file)
                        .ifPresent(json -> all.add(questionnaire(policy, form, json))));
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
        library.setId(name.toLowerCase(Locale.ROOT));
        library.setUrl(base + "/Library/" + name)
                .setVersion(version)
                .setName(name)
                .setStatus(PublicationStatus.ACTIVE);
        library.setType(new CodeableConcept(new Coding(LIBRARY_TYPES, "logic-library", "Logic Library")));
        library.addContent().setContentType("text/cql").setData(cql.getBytes(StandardCharsets.UTF_8));
        return library;
    }

    private Questionnaire questionnaire(Policy policy, String form, String json) {
        Questionnaire questionnaire = fhir.newJsonParser().parseResource(Questionnaire.class, json);
        String id = policy.questionnaireId(form);
        questionnaire.setId(id);
        questionnaire.setUrl(base + "/Questionnaire/" + id).setVersion(policy.version());
        return questionnaire;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".cql".length());
    }
}
