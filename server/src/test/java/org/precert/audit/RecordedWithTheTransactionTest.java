package org.precert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The record is there if, and only if, what it tells of is. */
class RecordedWithTheTransactionTest {

    private static final String ADD = "insert into log_access (id, at, what, assertion_id, by_whom, address) "
            + "values (?, current_timestamp, '', '', '', '')";

    private final AuditWorld world = new AuditWorld();

    @Test
    void whatIsRolledBackIsNotRecorded() {
        world.transaction().executeWithoutResult(status -> {
            world.jdbc().update(ADD, "1");
            world.trail().record(AuditWorld.read("c1"));
            status.setRollbackOnly();
        });
        assertThat(world.links()).isZero();
        assertThat(rows()).isZero();
    }

    @Test
    void whatCanNotBeRecordedIsNotKept() {
        world.jdbc().update("delete from audit_chain where chain = 0");
        assertThatThrownBy(() -> world.transaction().executeWithoutResult(status -> {
                    world.jdbc().update(ADD, "1");
                    world.trail().record(AuditWorld.read("c1"));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows()).isZero();
        assertThat(world.links()).isZero();
    }

    @Test
    void aReadWithoutATransactionIsRecordedWhenTheCallReturns() {
        world.trail().record(AuditWorld.read("c1"));
        assertThat(world.links()).isOne();
    }

    @Test
    void allOfATransactionStandsInOneChainInItsOrder() {
        world.inChain(5).transaction().executeWithoutResult(status -> {
            world.trail().record(AuditWorld.read("c1"));
            world.inChain(6);
            world.trail().record(AuditWorld.read("c2"));
        });
        assertThat(world.jdbc()
                        .queryForList("select body from audit_link where chain = 6 order by number", String.class))
                .hasSize(2)
                .first()
                .asString()
                .contains("c1");
        assertThat(world.verify().sound()).isTrue();
    }

    @Test
    void aTransactionOfItsOwnInsideAnotherIsRecordedByItself() {
        TransactionTemplate own = world.transaction();
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        world.transaction().executeWithoutResult(status -> {
            world.trail().record(AuditWorld.read("outer"));
            own.executeWithoutResult(inner -> world.trail().record(AuditWorld.read("inner")));
            status.setRollbackOnly();
        });
        assertThat(world.jdbc().queryForList("select body from audit_link", String.class))
                .singleElement()
                .asString()
                .contains("inner");
    }

    @Test
    void whatIsRecordedAtTheLastMomentIsKeptToo() {
        world.transaction().executeWithoutResult(status -> {
            world.trail().record(AuditWorld.read("first"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    world.trail().record(AuditWorld.read("last"));
                }
            });
        });
        assertThat(world.links()).isEqualTo(2);
        assertThat(world.verify().sound()).isTrue();
    }

    @Test
    void theEndOfAChainIsNotHeldBeforeTheCommit() {
        world.transaction().executeWithoutResult(status -> {
            world.trail().record(AuditWorld.read("slow"));
            TransactionTemplate other = world.transaction();
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(inner -> world.trail().record(AuditWorld.read("fast")));
        });
        assertThat(world.verify().links()).isEqualTo(2);
        assertThat(world.verify().sound()).isTrue();
    }

    @Test
    void manyAtOnceMakeUnbrokenChains() throws Exception {
        appendFromManyThreads(world, 8, 50);
        assertThat(world.links()).isEqualTo(400);
        assertThat(world.verify().broken()).isEmpty();
    }

    static void appendFromManyThreads(AuditWorld world, int threads, int each) throws Exception {
        AuditTrail trail = new JdbcAuditTrail(
                new Chains(world.jdbc(), () -> (int) (System.nanoTime() % 3)), world.transaction(), world);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        trail.record(AuditWorld.read("c" + n));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private long rows() {
        Long rows = world.jdbc().queryForObject("select count(*) from log_access", Long.class);
        return rows == null ? 0 : rows;
    }
}
