package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every statement that binds servers is proven or says why not; {@code -Drequirements.update=true} writes the table. */
class RequirementsTest {

    private static final Path TABLE = Path.of("docs/requirements-crd.md");

    private static final Catalog CATALOG = Catalog.crd();
    private static final Proofs PROOFS = Proofs.ofCompiledTests();
    private static final Coverage COVERAGE = new Coverage(CATALOG, PROOFS.testsById());

    @Test
    void everyStatementThatBindsServersIsTestedOrSaysWhyNot() {
        assertThat(COVERAGE.gaps()).isEmpty();
    }

    @Test
    void everyReasonIsOfAKnownKindAndStandsForNoTest() {
        assertThat(COVERAGE.badReasons()).isEmpty();
    }

    @Test
    void noTestNamesAnUnknownStatement() {
        assertThat(COVERAGE.unknownIds()).isEmpty();
    }

    @Test
    void everyProofRuns() {
        assertThat(PROOFS.thatDoNotRun()).isEmpty();
    }

    @Test
    void theTableSaysWhatIsSo() throws IOException {
        String table = new CoverageTable(CATALOG, COVERAGE).markdown();
        if (Boolean.getBoolean("requirements.update")) {
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).content().isEqualTo(table);
    }
}
