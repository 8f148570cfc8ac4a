package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever happens, in whatever order: each event arrives, none before an earlier one was taken, and all are numbered without
 * a gap.
 */
class OutboxPropertiesTest {

    private static final int STEPS = 60;

    @Property(tries = 25)
    void everyEventArrivesAndNoneBeforeTheOneBeforeItWasTaken(@ForAll Random random) {
        HandClock clock = new HandClock();
        List<Long> taken = new CopyOnWriteArrayList<>();
        List<Boolean> well = new CopyOnWriteArrayList<>(List.of(true));
        try (Nodes nodes = new Nodes(clock);
                Receiver receiver = new Receiver()) {
            receiver.answers(got -> answer(got, well.get(0), taken));
            List<Nodes.Node> all = List.of(nodes.node(), nodes.node());
            String id = all.get(0).active(Wish.to(receiver.endpoint()));
            for (int step = 0; step < STEPS; step++) {
                Nodes.Node node = all.get(random.nextInt(2));
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> node.publish(1);
                    case 3, 4 -> node.deliver();
                    case 5 -> clock.pass(Duration.ofSeconds(random.nextInt(120)));
                    case 6 -> well.set(0, random.nextBoolean());
                    default -> crash(node, id, random);
                }
            }
            well.set(0, true);
            for (int i = 0; i < 3; i++) {
                clock.pass(Duration.ofHours(1));
                all.get(0).deliver();
            }
            long events = all.get(0).subscriptions.find(id).orElseThrow().events();
            assertThat(taken.stream().distinct().toList())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events).boxed().toList());
            assertThat(all.get(0).events.first(id, Nodes.NOBODY)).isEmpty();
            assertThat(all.get(0).status(id)).isEqualTo(Status.ACTIVE);
        }
    }

    /** What it takes, in order; what is in the way of a gap it would see at once. */
    private static int answer(Receiver.Got got, boolean well, List<Long> taken) {
        if (!well) {
            return 503;
        }
        if (got.type().equals("event-notification")) {
            long last = taken.isEmpty() ? 0 : taken.get(taken.size() - 1);
            assertThat(got.number()).isBetween(last, last + 1);
            taken.add(got.number());
        }
        return 200;
    }

    /** A worker that dies with a lease in its hand; sometimes the receiver has taken what it sent. */
    private static void crash(Nodes.Node node, String id, Random random) {
        node.deliveries.take(id, node.now()).ifPresent(lease -> {
            if (random.nextBoolean()) {
                node.events.first(id, Nodes.NOBODY).ifPresent(event -> node.sendWithoutNotingIt(id, event));
            }
        });
    }
}
