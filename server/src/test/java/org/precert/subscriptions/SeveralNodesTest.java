package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real workers with real threads over one database. */
class SeveralNodesTest {

    private static final int EVENTS = 40;

    private final Nodes nodes = new Nodes(Clock.systemUTC());
    private final List<Receiver> receivers = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.close();
        receivers.forEach(Receiver::close);
    }

    @Test
    void twoWorkersDeliverEachEventOnceAndInOrder() {
        Nodes.Node one = nodes.node();
        Nodes.Node two = nodes.node();
        one.outbox.start();
        two.outbox.start();
        for (int i = 0; i < 3; i++) {
            Receiver receiver = new Receiver();
            receivers.add(receiver);
            one.create(Wish.to(receiver.endpoint()));
        }
        for (int i = 0; i < EVENTS; i++) {
            (i % 2 == 0 ? one : two).publish(1);
        }
        for (Receiver receiver : receivers) {
            receiver.await(each -> each.numbers().size() >= EVENTS);
            assertThat(receiver.numbers())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, EVENTS).boxed().toList());
            assertThat(receiver.got("handshake")).hasSize(1);
        }
    }

    @Test
    void manyWhoPublishAtOnceLeaveNoGap() throws Exception {
        Nodes.Node one = nodes.node();
        Nodes.Node two = nodes.node();
        one.outbox.start();
        two.outbox.start();
        for (int i = 0; i < 2; i++) {
            Receiver receiver = new Receiver();
            receivers.add(receiver);
            two.create(Wish.to(receiver.endpoint()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> publishing = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Nodes.Node node = i % 2 == 0 ? one : two;
            publishing.add(threads.submit(() -> node.publish(2)));
        }
        for (Future<?> each : publishing) {
            each.get();
        }
        threads.shutdown();
        for (Receiver receiver : receivers) {
            receiver.await(each -> each.numbers().size() >= 2 * EVENTS);
            assertThat(receiver.numbers())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 2 * EVENTS).boxed().toList());
        }
    }

    @Test
    void aStoppedWorkerLeavesItsWorkToTheNext() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        Nodes.Node one = nodes.node();
        one.outbox.start();
        String id = one.create(Wish.to(receiver.endpoint()));
        receiver.await(each -> one.status(id) == Status.ACTIVE);
        one.outbox.close();
        one.publish(3);
        Nodes.Node two = nodes.node();
        assertThat(receiver.numbers()).isEmpty();
        two.outbox.start();
        receiver.await(each -> each.numbers().size() >= 3);
        assertThat(receiver.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aHangingReceiverHoldsUpNobodyElseAndNoShutdown() {
        Receiver hanging = new Receiver();
        Receiver lively = new Receiver();
        receivers.addAll(List.of(hanging, lively));
        Nodes.Node node = nodes.node();
        node.outbox.start();
        String first = node.create(Wish.to(hanging.endpoint()));
        String second = node.create(Wish.to(lively.endpoint()));
        lively.await(each -> node.status(first) == Status.ACTIVE && node.status(second) == Status.ACTIVE);
        hanging.answers(got -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 500;
        });
        node.publish(3);
        lively.await(each -> each.numbers().size() == 3);
        hanging.await(each -> each.numbers().size() == 1);
        node.outbox.close();
        assertThat(node.events.first(first, Nodes.NOBODY)).isPresent();
        assertThat(node.deliveries.take(first, nodes.clock.instant()))
                .as("broken off, given back, and not counted against the receiver")
                .hasValueSatisfying(lease -> assertThat(lease.tries()).isZero());
    }
}
