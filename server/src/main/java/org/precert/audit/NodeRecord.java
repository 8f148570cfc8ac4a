package org.precert.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Records that this node starts and stops, and now and then where all chains end, in one of them and in the log: one chain alone
 * can not be turned back then without another one telling of it, nor all of them without the log telling of it.
 */
final class NodeRecord implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRecord.class);

    private final AuditTrail trail;
    private final Chains chains;
    private final String node;
    private final String version;
    private final Duration every;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "audit-checkpoint");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    NodeRecord(AuditTrail trail, Chains chains, String node, String version, Duration every) {
        this.trail = trail;
        this.chains = chains;
        this.node = node;
        this.version = version;
        this.every = every;
    }

    /** A node that can not record does not start. */
    @Override
    public void start() {
        trail.record(new AuditEntry.NodeStarted(node, version));
        running = true;
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::checkQuietly, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        try {
            trail.record(new AuditEntry.NodeStopped(node));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The stop of this node could not be recorded: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the doors open, and after they are closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void checkQuietly() {
        try {
            check();
        } catch (RuntimeException e) {
            // The next one tells more.
            LOG.warn(
                    "The ends of the audit chains could not be recorded: {}",
                    e.getClass().getName());
        }
    }

    void check() {
        List<ChainPoint> heads = chains.heads();
        if (!heads.isEmpty()) {
            trail.record(new AuditEntry.Checkpoint(node, heads));
            LOG.info(
                    "The audit chains end with {}",
                    heads.stream().map(ChainPoint::text).toList());
        }
    }
}
