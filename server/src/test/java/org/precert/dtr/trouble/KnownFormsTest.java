package org.precert.dtr.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is ours by its id below an address of ours; all else is unknown, and so is what was sent in its place. */
class KnownFormsTest {

    private static final String BASE = "https://precert.example";

    private final KnownForms forms = new KnownForms(Map.of("acme", Set.of("1.0.0", "1.1.0")), BASE);

    @ParameterizedTest
    @CsvSource({
        "https://precert.example/fhir/Questionnaire/acme|1.1.0, 1.1.0",
        "https://precert.example/fhir/Questionnaire/acme|1.0.0, 1.0.0",
        "https://precert.example/fhir/Questionnaire/acme|John, other",
        "https://precert.example/fhir/Questionnaire/acme, ''",
        "https://precert.example/fhir/Questionnaire/acme|, ''",
        "https://precert.example/dtr/2.0/fhir/Questionnaire/acme|1.0.0, 1.0.0",
        "https://precert.example/dtr/2.2/fhir/Questionnaire/acme|1.0.0, 1.0.0",
        "Questionnaire/acme/_history/3, ''",
        "/Questionnaire/acme, ''"
    })
    void oursHasItsCanonical(String sent, String version) {
        assertThat(forms.find(sent)).isEqualTo(new FormVersion(BASE + "/fhir/Questionnaire/acme", version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "acme",
                "https://elsewhere.example/fhir/Questionnaire/acme|1.0.0",
                "https://precert.example/fhir/Questionnaire/john-doe|1.0.0",
                "https://precert.example/fhir/Questionnaire/",
                "https://precert.example/fhir/Questionnaire/acme#john"
            })
    void anotherIsUnknown(String sent) {
        assertThat(forms.find(sent)).isEqualTo(FormVersion.UNKNOWN);
    }
}
