package org.precert.platform;

import java.time.Clock;
import org.precert.dtr.terminology.ExpandedValueSets;
import org.precert.platform.fhirstore.FhirPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the DTR door gets from the platform: its operations below {@code /fhir}, which the FHIR store would answer else, and
 * the terminology.
 */
@Configuration(proxyBeanMethods = false)
class DtrDoor {

    @Bean
    FhirPath questionnairePackage() {
        return new FhirPath("/fhir/Questionnaire/$questionnaire-package");
    }

    @Bean
    FhirPath questionnairePackageOfTheSystem() {
        return new FhirPath("/fhir/$questionnaire-package");
    }

    @Bean
    FhirPath populate() {
        return new FhirPath("/fhir/Questionnaire/$populate");
    }

    @Bean
    FhirPath nextQuestion() {
        return new FhirPath("/fhir/Questionnaire/$next-question");
    }

    @Bean
    FhirPath nextQuestionTwice() {
        return new FhirPath("/fhir/Questionnaire/$next-question/Questionnaire/$next-question");
    }

    @Bean
    FhirPath gapReport() {
        return new FhirPath("/fhir/Questionnaire/$gap-report");
    }

    @Bean
    FhirPath logQuestionnaireErrors() {
        return new FhirPath("/fhir/Questionnaire/$log-questionnaire-errors");
    }

    @Bean
    FhirPath expandValueSet() {
        return new FhirPath("/fhir/ValueSet/$expand");
    }

    @Bean
    FhirPath smartConfiguration() {
        return new FhirPath("/fhir/.well-known/smart-configuration");
    }

    @Bean
    ExpandedValueSets expandedValueSets(PolicyFolders folders, Clock clock) {
        return new ExpandedValueSets(folders.terminology(), clock);
    }
}
