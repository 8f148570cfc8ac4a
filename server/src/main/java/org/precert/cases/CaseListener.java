package org.precert.cases;

import java.util.List;

/** Is told of each change within its transaction: what it writes is kept with the change, or neither is. */
public interface CaseListener {

    /** @param news what happened just now */
    void changed(Case after, List<Recorded> news);
}
