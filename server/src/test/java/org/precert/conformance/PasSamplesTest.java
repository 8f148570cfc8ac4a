package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples of prior authorization are such as the version of PAS that they are for lets a client send. */
class PasSamplesTest {

    private static final Path SAMPLES = Path.of("../fhir-resources/samples/pas");
    private static final String PROFILES = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";

    static List<Path> stu2() throws IOException {
        return files("2.0.1");
    }

    static List<Path> stu22() throws IOException {
        return files("2.2.1");
    }

    @ParameterizedTest
    @MethodSource
    void stu2(Path file) throws IOException {
        conforms(file, ProfileValidator.stu2());
    }

    @ParameterizedTest
    @MethodSource
    void stu22(Path file) throws IOException {
        conforms(file, ProfileValidator.stu22());
    }

    private static void conforms(Path file, ProfileValidator validator) throws IOException {
        assumeTrue(validator.isAvailable(), validator.whyNot());
        String profile = file.getFileName().toString().startsWith("inquiry-")
                ? "profile-pas-inquiry-request-bundle"
                : "profile-pas-request-bundle";
        assertThat(validator.errors(Files.readString(file), PROFILES + profile)).isEmpty();
    }

    private static List<Path> files(String version) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(version))) {
            return files.sorted().toList();
        }
    }
}
