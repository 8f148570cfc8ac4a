package org.precert.crd.wire;

import org.precert.coverage.CoverageInformation;

/** What was said in earlier answers. */
public interface Earlier {

    /** Nothing was. */
    Earlier NOTHING = new Earlier() {
        @Override
        public boolean isSame(String assertionId, CoverageInformation information) {
            return false;
        }

        @Override
        public boolean isOurs(String assertionId, String resource) {
            return false;
        }
    };

    /** Whether an earlier assertion was of the same order and day, and rests on the same. */
    boolean isSame(String assertionId, CoverageInformation information);

    /** @param resource Type/id of what the assertion stands on */
    boolean isOurs(String assertionId, String resource);
}
