package org.precert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of shared/lines-of-business.yaml, row by row. */
class LinesOfBusinessTest {

    private final LinesOfBusiness lines;

    LinesOfBusinessTest() throws IOException {
        lines = PolicyReader.linesOfBusiness(Files.readString(Path.of("shared/lines-of-business.yaml")));
    }

    @ParameterizedTest
    @CsvSource({
        "11, medicare-advantage",
        "12, medicare",
        "13, medicare",
        "19, medicare",
        "14, dual-snp",
        "2, medicaid",
        "23, chip",
        "523, medicare-supplement",
        "522, self-insured",
        "5, commercial",
        "6, commercial",
        "7, commercial",
        "3, other",
        "4, other",
        "8, other",
        "9, other"
    })
    void aCodeOfTheTableHasItsLine(String code, String line) {
        assertThat(lines.ofPaymentSource(code)).contains(line);
    }

    @ParameterizedTest
    @CsvSource({
        "111, medicare-advantage",
        "121, medicare",
        "211, medicaid",
        "239, chip",
        "512, commercial",
        "52, commercial",
        "5229, self-insured",
        "5231, medicare-supplement",
        "613, commercial",
        "3711, other",
        "9999, other"
    })
    void aFinerCodeGoesByItsLongestPrefix(String code, String line) {
        assertThat(lines.ofPaymentSource(code)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "18", "1X"})
    void aMedicareCodeThatSaysNothingFinerIsUnknown(String code) {
        assertThat(lines.ofPaymentSource(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "X1", "0"})
    void aCodeThatIsNotInTheTableIsUnknown(String code) {
        assertThat(lines.ofPaymentSource(code)).isEmpty();
    }

    @Test
    void theLongestPrefixWinsWhateverTheOrderOfTheTable() {
        LinesOfBusiness table = PolicyReader.linesOfBusiness("{'52': long, '5': short}");
        assertThat(table.ofPaymentSource("521")).contains("long");
    }
}
