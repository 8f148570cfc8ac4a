package org.precert.sight;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells how long commits take, whoever's they are. */
final class CommitSpans implements TransactionExecutionListener {

    private static final ThreadLocal<@Nullable Span> UNDER_WAY = new ThreadLocal<>();

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        UNDER_WAY.set(Spans.begin(Work.COMMIT));
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        Span span = UNDER_WAY.get();
        if (span != null) {
            UNDER_WAY.remove();
            span.tell(Fact.OUTCOME, failure == null ? "kept" : "failed").close();
        }
    }
}
