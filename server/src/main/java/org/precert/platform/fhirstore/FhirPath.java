package org.precert.platform.fhirstore;

/** A path below {@code /fhir} that a Spring controller answers in place of the FHIR store, whether or not the store is up. */
public record FhirPath(String path) {

    public FhirPath {
        if (!path.startsWith("/fhir/") || path.contains("*") || path.contains("{")) {
            throw new IllegalArgumentException("Not one exact path below /fhir: " + path);
        }
    }
}
