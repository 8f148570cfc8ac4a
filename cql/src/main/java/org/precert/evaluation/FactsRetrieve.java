package org.precert.evaluation;

import java.util.Collections;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Interval;

/**
 * Answers {@code [Type]} and {@code [Type: "Value set"]} from the facts of one request. Policies ask for types, and filter
 * in defines; libraries that run in an EHR ask for what they need and for nothing more.
 */
record FactsRetrieve(Facts facts, ValueSets valueSets) implements RetrieveProvider {

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
        if (codes != null || dateRange != null || (valueSet != null && codePath == null)) {
            throw new IllegalArgumentException("A retrieve of " + dataType + " filters by more than a value set");
        }
        if (valueSet == null || codePath == null) {
            return Collections.unmodifiableCollection(facts.ofType(dataType));
        }
        return facts.ofType(dataType).stream()
                .filter(resource -> isIn(resource, codePath, valueSet))
                .<Object>map(resource -> resource)
                .toList();
    }

    private boolean isIn(Resource resource, String path, String valueSet) {
        Property property = resource.getChildByName(path);
        Property coded = property == null ? resource.getChildByName(path + "[x]") : property;
        return coded != null && coded.getValues().stream().anyMatch(value -> isIn(value, valueSet));
    }

    private boolean isIn(Base value, String valueSet) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().anyMatch(coding -> isIn(coding, valueSet));
        }
        return value instanceof Coding coding && valueSets.holds(valueSet, coding.getSystem(), coding.getCode());
    }
}
