package org.precert.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Tuple;
import org.precert.decision.Evidence;

/** Reads the value of a define tagged evidence, candidate, hint or reading: a list of tuples of source, path and code or words. */
final class EvidenceReader {

    private EvidenceReader() {}

    static List<Evidence> read(String about, @Nullable Object value) {
        List<Evidence> evidence = new ArrayList<>();
        if (value instanceof Iterable<?> tuples) {
            for (Object each : tuples) {
                if (each instanceof Tuple tuple) {
                    Evidence one = evidence(about, tuple);
                    if (!evidence.contains(one)) {
                        evidence.add(one);
                    }
                }
            }
        }
        return evidence;
    }

    private static Evidence evidence(String about, Tuple tuple) {
        String source = text(tuple.getElement("source"));
        String path = text(tuple.getElement("path"));
        return tuple.getElement("code") instanceof Code code
                ? new Evidence(
                        about, source, path, text(code.getSystem()), text(code.getCode()), text(code.getDisplay()))
                : new Evidence(about, source, path, "", "", text(tuple.getElement("words")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
