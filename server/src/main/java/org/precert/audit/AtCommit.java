package org.precert.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * What one transaction records. It is written when all else is: the end of a chain is held for no longer than the commit takes.
 * If it can not be written, the transaction does not commit.
 */
final class AtCommit implements TransactionSynchronization {

    private final Chains chains;
    private final List<Stamped> entries = new ArrayList<>();
    private boolean written;

    AtCommit(Chains chains) {
        this.chains = chains;
    }

    boolean writesTo(Chains others) {
        return chains == others;
    }

    void add(Stamped entry) {
        if (written) {
            // Something else that waits for the commit has recorded this.
            chains.append(List.of(entry));
        } else {
            entries.add(entry);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        chains.append(entries);
    }
}
