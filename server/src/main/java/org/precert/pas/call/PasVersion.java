package org.precert.pas.call;

import java.util.Optional;
import java.util.stream.Stream;

/** The versions of Da Vinci PAS that are spoken here, each at an endpoint of its own (PAS 2.2.1, conf-1). */
public enum PasVersion {
    STU_2_0("2.0.1"),
    STU_2_2("2.2.1");

    private final String code;

    PasVersion(String code) {
        this.code = code;
    }

    /** As in the name of the guide's package, {@code 2.2.1}. */
    public String code() {
        return code;
    }

    /** The path under which the version is served, {@code /pas/2.2.1/fhir}. */
    public String base() {
        return "/pas/" + code + "/fhir";
    }

    /** The version of this code, if it is spoken here. */
    public static Optional<PasVersion> of(String code) {
        return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
