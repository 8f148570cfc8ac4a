package org.precert.dtr.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.coverage.GuideVersion;
import org.precert.evaluation.Grounds;

/**
 * Says of an answer that this server gave it, and what it was read from.
 * <a href="https://hl7.org/fhir/us/davinci-dtr/STU2/StructureDefinition-information-origin.html">information-origin</a>
 */
final class Origin {

    static final String URL = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin";
    static final String EVIDENCE = "https://precert.dev/fhir/StructureDefinition/answer-evidence";

    private Origin() {}

    static void write(ObjectNode answer, GuideVersion version) {
        extensions(answer)
                .addObject()
                .put("url", URL)
                .putArray("extension")
                .addObject()
                .put("url", "source")
                .put(
                        "valueCode",
                        switch (version) {
                            case STU_2_0 -> "auto";
                            case STU_2_2 -> "auto-server";
                        });
    }

    /** @param define what read it, as Library|version#Define */
    static void evidence(ObjectNode answer, Grounds grounds, String define) {
        ArrayNode parts = extensions(answer).addObject().put("url", EVIDENCE).putArray("extension");
        parts.addObject().put("url", "source").putObject("valueReference").put("reference", grounds.source());
        if (!grounds.path().isEmpty()) {
            parts.addObject().put("url", "path").put("valueString", grounds.path());
        }
        grounds.on().ifPresent(day -> parts.addObject().put("url", "on").put("valueDate", day.toString()));
        if (!grounds.code().isEmpty()) {
            ObjectNode code = parts.addObject().put("url", "code").putObject("valueCoding");
            if (!grounds.system().isEmpty()) {
                code.put("system", grounds.system());
            }
            code.put("code", grounds.code());
            if (!grounds.words().isEmpty()) {
                code.put("display", grounds.words());
            }
        }
        if (!define.isEmpty()) {
            parts.addObject().put("url", "define").put("valueString", define);
        }
    }

    private static ArrayNode extensions(ObjectNode answer) {
        return answer.withArray("extension");
    }
}
