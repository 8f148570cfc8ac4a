package org.precert.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.precert.policy.PolicyFiles;

/** A payer that no Java knows, written into a folder as an operator would. */
final class Aurora {

    static final String FOLDER = "aurora/ketamine";
    static final String LIBRARY = "AuroraKetamine";

    private static final String PAYER = """
            name: Aurora Health Plan (invented)
            identifiers:
              - https://precert.dev/fhir/sid/payer|aurora
            """;

    private static final String POLICY = """
            id: aurora-ketamine
            title: Ketamine infusions
            subject: IV ketamine
            version: VERSION
            library: LIBRARY
            document: { name: Aurora policy 1 (invented), sha256: "0", revised: 2026-01-01 }
            in-force: { IN-FORCE }
            statements:
              - label: IV-1
                determination: DETERMINATION
                says: Says something of an IV infusion of ketamine for chronic pain.
                locator: page 1
            questionnaires: { order-facts: questionnaire.json }
            asks-with: order-facts
            """;

    private static final String PAGE = """
            # Aurora Health Plan (invented): ketamine infusions

            ## Statements

            ### IV-1 · IV ketamine for chronic pain

            Says: It says something of an IV infusion of ketamine for chronic pain.
            Where: page 1.
            Reading: Drug, route and indication, all needed.
            """;

    private static final String CQL = """
            library LIBRARY version 'VERSION'

            using FHIR version '4.0.1'

            include PrecertFacts version '1.0.0' called Facts

            context Patient

            /*
            @fact: drug
            */
            define "Drug is ketamine":
              Facts."Drug is ketamine"

            /*
            @fact: route
            */
            define "Route is intravenous":
              Facts."Route is intravenous"

            /*
            @fact: indication
            */
            define "Indication is chronic pain":
              Facts."Indication is chronic pain"

            /*
            @statement: IV-1
            */
            define "Infusion for chronic pain":
              "Drug is ketamine" and "Route is intravenous" and "Indication is chronic pain"
            """;

    private static final String FORM = """
            { "resourceType": "Questionnaire", "status": "active", "item": [{ "linkId": "drug", "type": "string" }] }
            """;

    private final Path root;

    Aurora(Path root) {
        this.root = root;
        write("aurora/payer.yaml", PAYER);
    }

    /** One policy from 2026 on. */
    Aurora policy() {
        return version(FOLDER, LIBRARY, "2026.01.01", "from: 2026-01-01", "not-covered");
    }

    /** Another version is another folder, with a library of another name. */
    Aurora version(String folder, String library, String version, String inForce, String determination) {
        write(
                folder + "/policy.yaml",
                POLICY.replace("LIBRARY", library)
                        .replace("VERSION", version)
                        .replace("IN-FORCE", inForce)
                        .replace("DETERMINATION", determination));
        write(folder + "/" + library + ".cql", CQL.replace("LIBRARY", library).replace("VERSION", version));
        write(folder + "/policy.md", PAGE);
        write(folder + "/questionnaire.json", FORM);
        return this;
    }

    /** The library that fills the policy's forms. */
    Aurora prepopulation(String cql) {
        change(FOLDER + "/policy.yaml", "library: ", "prepopulation: AuroraPrepopulation\nlibrary: ");
        return write(FOLDER + "/AuroraPrepopulation.cql", cql);
    }

    /** Changes the policy's CQL. */
    Aurora cql(String from, String to) {
        return change(FOLDER + "/" + LIBRARY + ".cql", from, to);
    }

    Aurora change(String path, String from, String to) {
        String before = files().required(path);
        String after = before.replace(from, to);
        if (after.equals(before)) {
            throw new IllegalArgumentException(path + " does not hold: " + from);
        }
        return write(path, after);
    }

    private Aurora write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    PolicyFiles files() {
        return PolicyFiles.ofDirectory(root);
    }
}
