package org.precert.pas;

import java.time.Clock;
import java.util.List;
import org.precert.cases.Actor;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.Stale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the clocks: no case is late without somebody being told, twice: when time runs out, and when it has. Each node
 * watches; the case's version sees to it that it is told once.
 */
final class CaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWatch.class);

    private final CaseStore cases;
    private final Clock clock;

    CaseWatch(CaseStore cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** Tells of every case whose time runs out or ran out. */
    void look() {
        for (String id : cases.toEscalate(clock.instant())) {
            cases.find(id).filter(Case::isOpen).ifPresent(this::escalate);
        }
    }

    private void escalate(Case late) {
        boolean over = late.due().map(due -> !due.at().isAfter(clock.instant())).orElse(false);
        try {
            cases.append(late, new Actor.Machine("clock"), List.of(new CaseEvent.Escalated(over)), List.of());
            if (over) {
                LOG.error("The decision on case {} is late", late.number());
            } else {
                LOG.warn("The decision on case {} is due soon", late.number());
            }
        } catch (Stale e) {
            LOG.debug("Case {} has changed meanwhile", late.number());
        }
    }
}
