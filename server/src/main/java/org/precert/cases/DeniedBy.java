package org.precert.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Who denied. There is no way to write a denial without one of these: the machine is none of them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Person.class, name = "person"),
    @JsonSubTypes.Type(value = DeniedBy.Contract.class, name = "contract"),
})
public sealed interface DeniedBy permits Person, DeniedBy.Contract {

    /** Whether this one may deny for that reason. */
    boolean mayDeny(DenialReason reason);

    /** A payer's explicit switch: what its contract excludes is denied without a person. Off unless a deployment sets it. */
    record Contract(String payer, String clause) implements DeniedBy {
        @Override
        public boolean mayDeny(DenialReason reason) {
            return reason == DenialReason.NOT_COVERED;
        }
    }
}
