package org.precert.dtr.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.evaluation.CqlLines;
import org.precert.evaluation.CqlLines.Define;

/** A place of our CQL is found in the words of engines, and nothing else of these words. */
class PlaceFinderTest {

    private final PlaceFinder places = new PlaceFinder(new CqlLines(List.of(
            new Define("AcmePrepopulation", "Drug", 10, 12),
            new Define("AcmePrepopulation", "SystolicPressure", 14, 20),
            new Define("OtherPrepopulation", "Drug", 8, 9),
            new Define("Elements", "Chronic pain", 5, 5),
            new Define("Elements", "Latest of", 30, 44))));

    @Test
    void theJavaScriptEngineNamesLibraryExpressionAndLocator() {
        assertThat(places.find("""
                        Encountered unexpected error during execution.

                        \tError Message:\tCannot read properties of undefined (reading 'John Doe, 555-1234')
                        \tCQL Library:\tAcmePrepopulation|1.0.0
                        \tExpression:\tSystolicPressure
                        \tELM Local ID:\t123
                        \tCQL Locator:\t16:3-18:40
                        """)).isEqualTo(new Place("AcmePrepopulation", "SystolicPressure", 16));
    }

    @Test
    void aBoundExpressionNamesLibraryAndDefine() {
        assertThat(places.find("initialExpression \"AcmePrepopulation\".Drug failed"))
                .isEqualTo(new Place("AcmePrepopulation", "Drug", 10));
        assertThat(places.find("OtherPrepopulation|1.0.0.Drug is null"))
                .isEqualTo(new Place("OtherPrepopulation", "Drug", 8));
        assertThat(places.find("Elements.\"Chronic pain\"")).isEqualTo(new Place("Elements", "Chronic pain", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elements 31:2-31:9: no such function",
                "error in Elements [31:2]",
                "error in Elements (31:2)",
                "Elements, line 31",
                "Library Elements; Locator: 31:2",
                "Elements.31:2-31:9"
            })
    void aLineLeadsToTheDefineAroundIt(String text) {
        assertThat(places.find(text)).isEqualTo(new Place("Elements", "Latest of", 31));
    }

    @Test
    void aLineThatTheLibraryHasNotIsNone() {
        assertThat(places.find("Elements 45:1-46:2")).isEqualTo(new Place("Elements", "", 0));
        assertThat(places.find("Elements 0:1-0:2")).isEqualTo(new Place("Elements", "", 0));
        assertThat(places.find("Elements 29:1-29:2")).isEqualTo(new Place("Elements", "", 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elements at 2026-11-22T12:30-15:00",
                "Elements at 2026-11-22T12:30:05-05:00",
                "Elements at 12:30:05",
                "Elements, blood pressure (12 mmHg)"
            })
    void aTimeIsNoLine(String text) {
        assertThat(places.find(text)).isEqualTo(new Place("Elements", "", 0));
    }

    @Test
    void anOrdinaryWordIsNoDefine() {
        assertThat(places.find("AcmePrepopulation: the Drug of John Doe"))
                .isEqualTo(new Place("AcmePrepopulation", "", 0));
        assertThat(places.find("AcmePrepopulation: define Drug")).isEqualTo(new Place("AcmePrepopulation", "Drug", 10));
    }

    @Test
    void aDefineWithoutItsLibraryCountsWhereOneLibraryAloneHasIt() {
        assertThat(places.find("SystolicPressure is not a Quantity"))
                .isEqualTo(new Place("AcmePrepopulation", "SystolicPressure", 14));
        assertThat(places.find("statement \"Drug\" failed")).isEqualTo(Place.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "John Doe, born 1961-03-04, has G90.50",
                "12:1-14:20",
                "MyAcmePrepopulation",
                "\"unclosed",
                "\"\"''``",
                "expression:",
                "line"
            })
    void whatIsNotOursIsForgotten(String text) {
        assertThat(places.find(text)).isEqualTo(Place.UNKNOWN);
    }
}
