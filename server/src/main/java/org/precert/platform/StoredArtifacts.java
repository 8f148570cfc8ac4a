package org.precert.platform;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.forms.FormBook;
import org.precert.platform.fhirstore.StoreContent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the FHIR store holds from its start: terminology, payers, policies, and in the demo profile people. */
@Configuration(proxyBeanMethods = false)
class StoredArtifacts {

    private final FhirContext fhir;

    StoredArtifacts(FhirContext fhir) {
        this.fhir = fhir;
    }

    @Bean
    @Order(1)
    StoreContent terminology(PolicyFolders folders) {
        return named(
                "terminology",
                () -> WidenedTerminology.of(folders.terminology()).stream().map(this::parse));
    }

    @Bean
    @Order(2)
    StoreContent policyArtifacts(PolicyArtifacts artifacts) {
        return named("the payers and their policies", artifacts::resources);
    }

    @Bean
    PolicyArtifacts artifacts(
            PolicyFolders folders,
            org.precert.evaluation.PolicyDesk policies,
            FormBook forms,
            PackagedForms packaged,
            @Value("${precert.base-url}") String baseUrl) {
        return new PolicyArtifacts(fhir, folders, policies.book(), forms, packaged, baseUrl + "/fhir");
    }

    @Bean
    @Order(3)
    StoreContent demoPeople(PrecertProperties properties) {
        return named("the demo data", () -> properties.demo() ? demo() : Stream.empty());
    }

    /** Bundles come apart; practitioners and providers first, for patients' records refer to them. */
    private Stream<IBaseResource> demo() {
        return Stream.of("organizations", "practitioners", "patients")
                .flatMap(folder -> files("classpath*:fhir/samples/" + folder + "/*.json").stream())
                .map(resource -> fhir.newJsonParser().parseResource(text(resource)))
                .flatMap(StoredArtifacts::apart);
    }

    private static Stream<IBaseResource> apart(IBaseResource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream().map(BundleEntryComponent::getResource)
                : Stream.of(resource);
    }

    private IBaseResource parse(JsonNode json) {
        return fhir.newJsonParser().parseResource(json.toString());
    }

    private static List<Resource> files(String pattern) {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoreContent named(String name, StoreContent content) {
        return new StoreContent() {
            @Override
            public Stream<IBaseResource> resources() {
                return content.resources();
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
