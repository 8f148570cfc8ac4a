package org.precert.registry;

import java.util.Set;
import org.precert.staff.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who of the staff may register clients. The one place where it is asked. */
@Component
final class Administrators {

    private final Set<String> ids;

    /** @param ids of staff; none: nobody */
    Administrators(@Value("${precert.registry.administrators:}") Set<String> ids) {
        this.ids = Set.copyOf(ids);
    }

    boolean include(Staff staff) {
        return ids.contains(staff.person().id());
    }
}
