package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.policy.PolicyFiles;

class CqlHouseRulesTest {

    private static final String TAG = "a tag is '@name: id', alone on its line";
    private static final String DAY = "the day is the order's, not the clock's";
    private static final String RETRIEVE = "a retrieve belongs in PrecertFacts";
    private static final String CODE = "a code belongs in PrecertConcepts";
    private static final String LITERAL = "a literal belongs in PrecertConcepts";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*\n@statement: A with words\n*/",
                "/*\n@statement: \"A\"\n*/",
                "/*\n@statement:A\n*/",
                "/*\n@statement: A @fact: drug\n*/",
                "/* @statement: A */",
                "// @statement: A with words"
            })
    void aTagWithMoreThanAnIdIsABreach(String cql) {
        assertThat(inPolicy(cql)).singleElement().asString().endsWith(TAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/*\nSome words first.\n@statement: MA-1\n@criterion: 2.1\n*/", "/* The @ of an address. */"})
    void aTagAloneOnItsLinePasses(String cql) {
        assertThat(inPolicy(cql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"define \"A\": Now()", "define \"A\": Today( )", "define \"A\": TimeOfDay() is null"})
    void theClockIsABreach(String cql) {
        assertThat(inShared(cql)).singleElement().asString().endsWith(DAY);
    }

    @Test
    void theDayOfTheOrderPasses() {
        assertThat(inShared("define \"A\": \"Date of Service\" - 90 days // not Today()"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"define \"A\": [Condition] C", "define \"A\": [ \"Observation\": \"Pain\"]"})
    void aRetrieveInAPolicyIsABreach(String cql) {
        assertThat(inPolicy(cql)).singleElement().asString().endsWith(RETRIEVE);
    }

    @Test
    void aRetrieveInASharedLibraryPasses() {
        assertThat(inShared("define \"A\": [Condition] C")).isEmpty();
    }

    @Test
    void aCodeInAPolicyIsABreach() {
        assertThat(inPolicy("code \"Ketamine\" from \"RxNorm\""))
                .singleElement()
                .asString()
                .endsWith(CODE);
    }

    @Test
    void aCodeInASharedLibraryPasses() {
        assertThat(inShared("code \"Ketamine\": '6130' from \"RxNorm\"")).isEmpty();
    }

    @Test
    void aLiteralInAPolicyIsABreach() {
        assertThat(inPolicy("define \"A\": Facts.\"Drug\" = '6130'"))
                .singleElement()
                .asString()
                .endsWith(LITERAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include PrecertFacts version '1.0.0' called Facts",
                "/* The payer's own words, not 'ours'. */",
                "define \"A\": Facts.\"Pain score\" >= 7 // the payer's 'severe'"
            })
    void versionsNumbersAndCommentsPass(String cql) {
        assertThat(inPolicy(cql)).isEmpty();
    }

    @Test
    void aBreachIsNamedByFileAndLine() {
        assertThat(inPolicy("library A\n\ndefine \"A\": Now()"))
                .containsExactly("cql/policies/aurora/ketamine/A.cql:3: " + DAY);
    }

    private static List<String> inPolicy(String cql) {
        return new CqlHouseRules().check(PolicyFiles.none(), files("aurora/ketamine/A.cql", cql));
    }

    private static List<String> inShared(String cql) {
        return new CqlHouseRules().check(files("PrecertFacts.cql", cql), PolicyFiles.none());
    }

    private static PolicyFiles files(String path, String text) {
        return new PolicyFiles(new TreeMap<>(Map.of(path, text)));
    }
}
