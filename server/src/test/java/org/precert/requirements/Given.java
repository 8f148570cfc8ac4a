package org.precert.requirements;

import java.util.List;
import java.util.stream.Stream;
import org.precert.testing.Samples;

/** Samples that many tests start from. */
final class Given {

    /** Two orders that a policy calls investigational. */
    static final String SAMPLE = "bcbsks-investigational-pain";

    /** Documentation is needed before authorization. */
    static final String DOCUMENTS_NEEDED = "medica-medicare-primary-authorization-required";

    /** The order says too little. */
    static final String TOO_LITTLE = "bcbsks-information-needed";

    /** A policy is there, but does not speak of this. */
    static final String NOT_ADDRESSED = "bcbsks-oral-not-addressed";

    static final String TWO_COVERAGES = "two-coverages";

    /** One of each kind of answer: for what takes its time. */
    static final List<String> EACH_KIND = List.of(
            SAMPLE,
            DOCUMENTS_NEEDED,
            TOO_LITTLE,
            NOT_ADDRESSED,
            TWO_COVERAGES,
            "bcbsks-contained-medication",
            "bcbsks-ended-lidocaine-code",
            "bcbsks-no-policy-in-force",
            "bcbsri-commercial-not-medically-necessary",
            "example-authorization-required-criteria-met",
            "excellus-psychiatric-refer",
            "inactive-coverage",
            "medica-not-covered");

    /** Nobody here pays: CRD 2.2 has a status for that (hook-13), 2.0.1 an answer. */
    static final List<String> REFUSED_FOR_2_2 = List.of("unserved-payer");

    static final List<String> PRIMARY_HOOKS = List.of("order-sign", "order-dispatch", "appointment-book");

    static final List<String> SECONDARY_HOOKS = List.of("order-select", "encounter-start", "encounter-discharge");

    private Given() {}

    static Stream<String> everySample() {
        return Samples.orderSign();
    }
}
