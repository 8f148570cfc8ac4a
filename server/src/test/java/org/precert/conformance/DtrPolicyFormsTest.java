package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in the folders of the policies, given the identity that the server gives them, are forms of both versions. */
class DtrPolicyFormsTest {

    private static final Path POLICIES = Path.of("../cql/policies");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<ObjectNode>> forms() throws IOException {
        List<Named<ObjectNode>> forms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(POLICIES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode json = JSON.readTree(file.toFile());
                if (DtrTree.type(json).equals("Questionnaire")) {
                    forms.add(Named.of(POLICIES.relativize(file).toString(), identified((ObjectNode) json)));
                }
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keepToTheProfileOf201(ObjectNode form) {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        assertThat(DtrProfiles.check(form, DtrProfiles.STANDARD_FORM)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keepToTheRulesOf22(ObjectNode form) {
        Dtr22Findings findings = new Dtr22Findings();
        Dtr22FormRules.check(form, findings);
        Dtr22ItemRules.check(form, findings);
        assertThat(findings.texts()).isEmpty();
    }

    private static ObjectNode identified(ObjectNode form) {
        form.put("url", "https://payer.example/fhir/Questionnaire/form").put("version", "1.0.0");
        form.putObject("text")
                .put("status", "generated")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">A form</div>");
        return form;
    }
}
