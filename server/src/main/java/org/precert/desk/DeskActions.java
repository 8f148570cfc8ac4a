package org.precert.desk;

import java.util.List;
import org.precert.cases.Case;
import org.precert.cases.CaseStore;
import org.precert.cases.Person;

/** Does what a person decides: the only way from the desk to a case. */
record DeskActions(CaseStore cases, ActionEvents.Tools tools) {

    /**
     * @param known as this person read it
     * @throws NotAllowed if this person may not
     * @throws org.precert.cases.NotPossible if nobody could
     * @throws org.precert.cases.Stale if somebody else changed the case meanwhile
     */
    Case act(Case known, Person person, Action action) {
        return cases.append(known, person, action.tell(new ActionEvents(known, person, tools)), List.of());
    }
}
