package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement that binds servers is proven or says why not; {@code -Drequirements.update=true} writes the tables. */
class RequirementsTest {

    private static final Map<ImplementationGuide, Proofs> PROOFS = new EnumMap<>(ImplementationGuide.class);

    static {
        for (ImplementationGuide guide : ImplementationGuide.values()) {
            PROOFS.put(guide, Proofs.ofCompiledTests(guide.proof()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementThatBindsServersIsTestedOrSaysWhyNot(ImplementationGuide guide) {
        assertThat(coverage(guide).gaps()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsOfAKnownKindAndStandsForNoTest(ImplementationGuide guide) {
        assertThat(coverage(guide).badReasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noTestNamesAnUnknownStatement(ImplementationGuide guide) {
        assertThat(coverage(guide).unknownIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyProofRuns(ImplementationGuide guide) {
        assertThat(PROOFS.get(guide).thatDoNotRun()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTableSaysWhatIsSo(ImplementationGuide guide) throws IOException {
        String table = new CoverageTable(guide, Catalog.of(guide), coverage(guide)).markdown();
        if (Boolean.getBoolean("requirements.update")) {
            Files.writeString(guide.table(), table);
        }
        assertThat(guide.table()).content().isEqualTo(table);
    }

    private static Coverage coverage(ImplementationGuide guide) {
        return new Coverage(Catalog.of(guide), PROOFS.get(guide).testsById());
    }
}
