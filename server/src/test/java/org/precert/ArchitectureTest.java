package org.precert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;

/** Arrows point one way: doors → review → policy → decision; platform wires and is imported by no one. */
@AnalyzeClasses(packages = "org.precert", importOptions = DoNotIncludeTests.class, cacheMode = CacheMode.PER_CLASS)
class ArchitectureTest {

    @ArchTest
    static final ArchRule decisionKnowsJavaAlone = noClasses()
            .that()
            .resideInAPackage("org.precert.decision..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.precert.decision..", "org.jspecify..");

    @ArchTest
    static final ArchRule policyKnowsNoFhirAndNoCql = noClasses()
            .that()
            .resideInAPackage("org.precert.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hl7..",
                    "ca.uhn..",
                    "org.opencds..",
                    "org.cqframework..",
                    "org.springframework..",
                    "org.precert.evaluation..",
                    "org.precert.review..");

    @ArchTest
    static final ArchRule policiesAreAskedWithoutWebOrDatabase = noClasses()
            .that()
            .resideInAnyPackage("org.precert.decision..", "org.precert.policy..", "org.precert.evaluation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "jakarta.servlet..", "java.sql..", "javax.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule onlyEvaluationKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.precert.evaluation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.opencds.cqf.cql..", "org.cqframework..", "org.hl7.elm..", "kotlin..");

    @ArchTest
    static final ArchRule reviewKnowsNoDoorAndNoLedger = noClasses()
            .that()
            .resideInAPackage("org.precert.review..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.precert.crd..",
                    "org.precert.dtr..",
                    "org.precert.pas..",
                    "org.precert.ledger..",
                    "org.precert.platform..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule doorsDoNotKnowEachOtherOrTheLedger = noClasses()
            .that()
            .resideInAPackage("org.precert.crd..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.precert.dtr..", "org.precert.pas..", "org.precert.ledger..");

    @ArchTest
    static final ArchRule theSecondDoorDoesNotKnowTheOthersOrTheLedger = noClasses()
            .that()
            .resideInAPackage("org.precert.dtr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.precert.crd..", "org.precert.pas..", "org.precert.ledger..");

    @ArchTest
    static final ArchRule theThirdDoorDoesNotKnowTheOthersOrTheLedger = noClasses()
            .that()
            .resideInAPackage("org.precert.pas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.precert.crd..", "org.precert.dtr..", "org.precert.ledger..", "org.precert.desk..");

    @ArchTest
    static final ArchRule clocksKnowNothingElse = noClasses()
            .that()
            .resideInAPackage("org.precert.clocks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.hl7..", "ca.uhn..", "java.sql..")
            .orShould()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.precert..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.precert.clocks.."))));

    @ArchTest
    static final ArchRule casesKnowNoFhirAndNoDoor = noClasses()
            .that()
            .resideInAPackage("org.precert.cases..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hl7..", "ca.uhn..", "jakarta.servlet..", "org.precert.ledger..", "org.precert.clients..");

    @ArchTest
    static final ArchRule whatDoorsShareKnowsNoDoor = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.precert.clients..",
                    "org.precert.outgoing..",
                    "org.precert.coverage..",
                    "org.precert.forms..",
                    "org.precert.cases..",
                    "org.precert.subscriptions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.precert.crd..", "org.precert.dtr..", "org.precert.pas..", "org.precert.ledger..");

    @ArchTest
    static final ArchRule clientsAndOutgoingKnowNoReview = noClasses()
            .that()
            .resideInAnyPackage("org.precert.clients..", "org.precert.outgoing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.precert.review..");

    @ArchTest
    static final ArchRule insideCrdArrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("service")
            .definedBy("org.precert.crd")
            .layer("wire")
            .definedBy("org.precert.crd.wire")
            .layer("answer")
            .definedBy("org.precert.crd.answer")
            .layer("chart")
            .definedBy("org.precert.crd.chart")
            .layer("feedback")
            .definedBy("org.precert.crd.feedback")
            .layer("call")
            .definedBy("org.precert.crd.call")
            .whereLayer("service")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("service", "wire")
            .whereLayer("chart")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("feedback")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule onlyTheOutgoingPackageMakesRequests = noClasses()
            .that()
            .resideOutsideOfPackage("org.precert.outgoing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.apache.http..")
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "openStream");

    @ArchTest
    static final ArchRule nobodyImportsThePlatform = noClasses()
            .that()
            .resideOutsideOfPackage("org.precert.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.precert.platform..");

    @ArchTest
    static final ArchRule noPackagesGoInCircles =
            slices().matching("org.precert.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule fieldsAreNotInjected =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Base");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");
}
