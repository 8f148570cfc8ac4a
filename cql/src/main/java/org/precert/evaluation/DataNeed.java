package org.precert.evaluation;

/**
 * Something that defines read of a patient's chart, beside the orders of the request and what they refer to.
 *
 * @param type the FHIR type
 * @param path of the codes that it is chosen by; empty for all of the type
 * @param valueSet canonical that these are in; empty for all of the type
 */
public record DataNeed(String type, String path, String valueSet) {

    static DataNeed of(String type) {
        return new DataNeed(type, "", "");
    }
}
