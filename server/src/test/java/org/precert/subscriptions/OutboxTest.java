package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.precert.audit.AuditEntry;
import org.precert.requirements.PasRequirement;
import org.springframework.dao.EmptyResultDataAccessException;

/** What the outbox promises: in order, at least once, for as long as a notification lives, whoever breaks. */
class OutboxTest {

    private final HandClock clock = new HandClock();
    private final Nodes nodes = new Nodes(clock);
    private final Nodes.Node node = nodes.node();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        nodes.close();
    }

    @Test
    void asksTheReceiverBeforeASubscriptionIsActive() {
        String id = node.create(Wish.to(receiver.endpoint()));
        assertThat(node.status(id)).isEqualTo(Status.REQUESTED);
        assertThat(receiver.got()).isEmpty();
        node.deliver();
        assertThat(node.status(id)).isEqualTo(Status.ACTIVE);
        assertThat(receiver.got()).extracting(Receiver.Got::type).containsExactly("handshake");
    }

    @Test
    @PasRequirement("own@handshake-failure")
    void asksSixTimesAndThenSaysThatItIsAnError() {
        receiver.answers(404);
        String id = node.create(Wish.to(receiver.endpoint()));
        for (int i = 0; i < 20; i++) {
            node.deliver();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(receiver.got()).hasSize(6);
        assertThat(node.status(id)).isEqualTo(Status.ERROR);
        assertThat(node.subscriptions.find(id).orElseThrow().error()).isEqualTo("The handshake was not answered");
    }

    @Test
    void whatWasTakenIsRecordedAndWhatWasNotIsNot() {
        String id = node.active(Wish.to(receiver.endpoint()));
        receiver.answers(500);
        node.publish(1);
        node.deliver();
        assertThat(node.recorded).isEmpty();
        receiver.answers(200);
        clock.pass(Duration.ofMinutes(1));
        node.deliver();
        assertThat(node.recorded).singleElement().isInstanceOfSatisfying(AuditEntry.Notified.class, told -> {
            assertThat(told.subscription()).isEqualTo(id);
            assertThat(told.event()).isOne();
            assertThat(told.caseId()).isNotBlank();
        });
    }

    @Test
    void deliversInOrder() {
        node.active(Wish.to(receiver.endpoint()));
        node.publish(5);
        node.deliver();
        assertThat(receiver.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void keepsWhatHappensBeforeTheHandshakeIsAnswered() {
        node.create(Wish.to(receiver.endpoint()));
        node.publish(2);
        node.deliver();
        assertThat(receiver.got())
                .extracting(Receiver.Got::type)
                .containsExactly("handshake", "event-notification", "event-notification");
        assertThat(receiver.got()
                        .get(0)
                        .parameter("events-since-subscription-start")
                        .path("valueString")
                        .asText())
                .isEqualTo("0");
    }

    @Test
    void letsNoLaterEventPassOneThatFails() {
        node.active(Wish.to(receiver.endpoint()));
        node.publish(3);
        receiver.answers(got -> got.number() == 2 ? 503 : 200);
        node.deliver();
        assertThat(receiver.numbers()).containsExactly(1L, 2L);
        node.deliver();
        assertThat(receiver.numbers()).hasSize(2);
        receiver.answers(200);
        clock.pass(Duration.ofSeconds(1));
        node.deliver();
        assertThat(receiver.numbers()).containsExactly(1L, 2L, 2L, 3L);
    }

    @Test
    void triesForThirtyDaysWithLongerAndLongerPauses() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(2);
        receiver.answers(500);
        for (int i = 0; i < 29 * 24; i++) {
            node.deliver();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(receiver.numbers()).hasSize(29 * 24).containsOnly(1L);
        assertThat(node.status(id)).isEqualTo(Status.ACTIVE);
        receiver.answers(200);
        node.deliver();
        assertThat(receiver.numbers()).endsWith(1L, 2L);
    }

    @Test
    void showsADeadLetterAndGoesOnAfterAnUpdate() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        receiver.answers(500);
        node.deliver();
        clock.pass(Duration.ofDays(30));
        node.deliver();
        assertThat(node.status(id)).isEqualTo(Status.ERROR);
        node.publish(1);
        clock.pass(Duration.ofDays(1));
        node.deliver();
        assertThat(receiver.numbers()).containsOnly(1L);
        Undelivered undelivered = new Undelivered(nodes.jdbc);
        assertThat(undelivered.dead(10)).singleElement().satisfies(dead -> {
            assertThat(dead.subscription()).isEqualTo(id);
            assertThat(dead.event()).isEqualTo(1);
            assertThat(dead.caseId()).isEqualTo("case-1");
            assertThat(dead.failure()).isEqualTo("status-500");
        });
        assertThat(undelivered.waiting(10))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.events()).isEqualTo(1));

        receiver.answers(200);
        node.service.update(
                id,
                Wish.to(receiver.endpoint()).with(each -> each.put("id", id)).bytes(),
                0,
                Guide.STU_2_2,
                Nodes.NOBODY);
        node.deliver();
        assertThat(node.status(id)).isEqualTo(Status.ACTIVE);
        assertThat(receiver.numbers()).endsWith(1L, 2L);
        assertThat(undelivered.count("dead") + undelivered.count("waiting")).isZero();
    }

    @Test
    void deliversWhatADeadWorkerLeft() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(2);
        assertThat(node.deliveries.take(id, clock.instant())).isPresent();
        Nodes.Node other = nodes.node();
        other.deliver();
        assertThat(receiver.numbers()).isEmpty();
        clock.pass(Deliveries.LEASE);
        other.deliver();
        assertThat(receiver.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void letsNoLeaseThatRanOutMarkAnythingAsDelivered() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        Nodes.Node other = nodes.node();
        AtomicBoolean first = new AtomicBoolean(true);
        receiver.answers(got -> {
            if (!first.getAndSet(false)) {
                return 500;
            }
            clock.pass(Deliveries.LEASE); // the first worker sleeps for so long before it gets its answer
            other.deliver();
            return 200;
        });
        node.deliver();
        assertThat(receiver.numbers()).containsExactly(1L, 1L);
        assertThat(node.events.first(id, Nodes.NOBODY))
                .isPresent(); // it is the second worker's, and that one has failed
        receiver.answers(200);
        clock.pass(Duration.ofSeconds(2));
        other.deliver();
        assertThat(node.events.first(id, Nodes.NOBODY)).isEmpty();
    }

    @Test
    void startsAnewWhenTheOwnerChangesTheSubscriptionInTheMiddle() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        try (Receiver second = new Receiver()) {
            AtomicBoolean first = new AtomicBoolean(true);
            receiver.answers(got -> {
                if (first.getAndSet(false)) {
                    byte[] moved = Wish.to(second.endpoint())
                            .with(each -> each.put("id", id))
                            .bytes();
                    node.service.update(id, moved, 0, Guide.STU_2_2, Nodes.NOBODY);
                }
                return 200;
            });
            node.deliver();
            assertThat(node.status(id)).isEqualTo(Status.REQUESTED);
            node.deliver();
            assertThat(second.got()).extracting(Receiver.Got::type).containsExactly("handshake", "event-notification");
        }
    }

    @Test
    void tellsThatThereIsNothingNew() {
        node.active(Wish.to(receiver.endpoint()).channelExtension("backport-heartbeat-period", 60));
        clock.pass(Duration.ofSeconds(59));
        node.deliver();
        assertThat(receiver.got("heartbeat")).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        node.deliver();
        node.deliver();
        assertThat(receiver.got("heartbeat")).hasSize(1);
        clock.pass(Duration.ofSeconds(30));
        node.publish(1);
        node.deliver();
        clock.pass(Duration.ofSeconds(59));
        node.deliver();
        assertThat(receiver.got("heartbeat")).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        node.deliver();
        assertThat(receiver.got("heartbeat")).hasSize(2);
    }

    @Test
    void sendsNothingOnceItIsOffOrDeletedOrOver() {
        String off = node.active(Wish.to(receiver.endpoint()));
        byte[] ended = Wish.to(receiver.endpoint())
                .with(each -> each.put("id", off).put("status", "off"))
                .bytes();
        node.service.update(off, ended, 0, Guide.STU_2_2, Nodes.NOBODY);
        String deleted = node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        node.service.delete(deleted, Guide.STU_2_2, Nodes.NOBODY);
        String over =
                node.active(Wish.to(receiver.endpoint()).with(each -> each.put("end", "2026-06-10T14:00:00+01:00")));
        clock.pass(Duration.ofHours(1));
        node.publish(1);
        node.deliver();
        node.housekeeping.clean();
        assertThat(receiver.numbers()).isEmpty();
        assertThat(node.status(off)).isEqualTo(Status.OFF);
        assertThat(node.status(over)).isEqualTo(Status.OFF);
        assertThat(node.subscriptions.find(deleted)).isEmpty();
        assertThat(nodes.jdbc.queryForObject("select count(*) from pas_notification", Long.class))
                .isZero();
    }

    @Test
    void leavesNoGapWhereAChangeIsRolledBack() {
        String id = node.active(Wish.to(receiver.endpoint()));
        assertThatThrownBy(() -> nodes.transaction.executeWithoutResult(status -> {
                    node.publish(1);
                    throw new EmptyResultDataAccessException(1);
                }))
                .isInstanceOf(EmptyResultDataAccessException.class);
        node.publish(1);
        node.deliver();
        assertThat(receiver.numbers()).containsExactly(1L);
        assertThat(node.subscriptions.find(id).orElseThrow().events()).isEqualTo(1);
    }

    @Test
    void forgetsBodiesAfterThirtyDaysAndKeepsTheNumbers() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        node.deliver();
        clock.pass(Duration.ofDays(30).minusSeconds(1));
        node.housekeeping.clean();
        assertThat(node.events.between(id, Nodes.NOBODY, 0, 9, 9).get(0).body()).isPresent();
        clock.pass(Duration.ofSeconds(2));
        node.housekeeping.clean();
        assertThat(node.events.between(id, Nodes.NOBODY, 0, 9, 9))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEmpty());
    }

    @Test
    void countsWithoutSayingOfWhom() {
        node.active(Wish.to(receiver.endpoint()));
        node.publish(2);
        node.deliver();
        assertThat(node.meters
                        .counter("precert.pas.notifications", "kind", "event", "outcome", "delivered")
                        .count())
                .isEqualTo(2);
        assertThat(List.copyOf(node.meters.getMeters()))
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(tag -> tag.getKey())
                        .containsExactly("kind", "outcome"));
    }
}
