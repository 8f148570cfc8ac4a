package org.precert.requirements.dtr;

/** The versions of the guide, and the address below which each is spoken. */
enum Edition {
    V2_0("2.0", "PackageBundle", "operationOutcome"),
    V2_2("2.2", "packagebundle", "outcome");

    private final String version;
    private final String bundle;
    private final String outcome;

    Edition(String version, String bundle, String outcome) {
        this.version = version;
        this.bundle = bundle;
        this.outcome = outcome;
    }

    String version() {
        return version;
    }

    /** @param operation as in {@code Questionnaire/$next-question} */
    String address(String operation) {
        return "/dtr/" + version + "/fhir/" + operation;
    }

    /** The name of the output parameter. */
    String bundle() {
        return bundle;
    }

    /** The name of the output parameter. */
    String outcome() {
        return outcome;
    }
}
