package org.precert.evaluation;

import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Interval;

/** Answers {@code [Type]} from the facts of one request. Filters belong to the shared Facts library, not to a retrieve. */
record FactsRetrieve(Facts facts) implements RetrieveProvider {

    @Override
    public Iterable<Object> retrieve(
            @Nullable String context,
            @Nullable String contextPath,
            @Nullable Object contextValue,
            String dataType,
            @Nullable String templateId,
            @Nullable String codePath,
            @Nullable Iterable<Code> codes,
            @Nullable String valueSet,
            @Nullable String datePath,
            @Nullable String dateLowPath,
            @Nullable String dateHighPath,
            @Nullable Interval dateRange) {
        if (codes != null || valueSet != null || dateRange != null) {
            throw new IllegalArgumentException("A retrieve of " + dataType + " filters: filter in a define instead");
        }
        return Collections.unmodifiableCollection(facts.ofType(dataType));
    }
}
