package org.precert.evaluation;

import java.util.List;
import java.util.Set;

/**
 * A library that an EHR needs to fill a form.
 *
 * @param elm lean JSON: without annotations and locators
 * @param dependsOn names of the libraries that it includes
 * @param needs what its defines read of a chart, whichever library does it; of the prepopulation library alone
 * @param valueSets canonicals that they ask for; of the prepopulation library alone
 */
public record FormLibrary(
        String name,
        String version,
        String cql,
        String elm,
        List<String> dependsOn,
        Set<DataNeed> needs,
        Set<String> valueSets) {

    public FormLibrary {
        dependsOn = List.copyOf(dependsOn);
        needs = Set.copyOf(needs);
        valueSets = Set.copyOf(valueSets);
    }
}
