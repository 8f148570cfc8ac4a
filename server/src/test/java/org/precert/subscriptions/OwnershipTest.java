package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.precert.clients.Client;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** A subscription is its owner's alone: PAS 2.2.1, spec-59. */
class OwnershipTest {

    private final Receiver receiver = new Receiver();
    private final Client clinic = Nodes.client("clinic", Set.of(Nodes.ORGANIZATION), receiver.endpoint());
    private final Client hospital = Nodes.client("hospital", Set.of("77"), receiver.endpoint());
    private final Nodes nodes = new Nodes(new HandClock(), clinic, hospital);
    private final Nodes.Node node = nodes.node();
    private final Owner owner = Nodes.owner(clinic);

    @AfterEach
    void close() {
        receiver.close();
        nodes.close();
    }

    @Test
    @PasRequirement({"spec-59", "own@subscription-hijack"})
    void anotherClientCanNotTellItFromNone() {
        String id = node.create(Wish.to(receiver.endpoint()), Guide.STU_2_2, owner);
        byte[] off = Wish.to(receiver.endpoint())
                .with(each -> each.put("id", id).put("status", "off"))
                .bytes();
        for (Owner other : List.of(Nodes.owner(hospital), Nodes.NOBODY)) {
            isUnknown(() -> node.service.find(id, Guide.STU_2_2, other));
            isUnknown(() -> node.service.status(id, Guide.STU_2_2, other));
            isUnknown(() -> node.service.events(id, new EventsAsked(0, 9, Optional.empty()), Guide.STU_2_2, other));
            isUnknown(() -> node.service.update(id, off, 0, Guide.STU_2_2, other));
            node.service.delete(id, Guide.STU_2_2, other);
            assertThat(node.service.all(Guide.STU_2_2, other)).isEmpty();
        }
        assertThat(node.service.all(Guide.STU_2_2, owner)).hasSize(1);
        assertThat(node.status(id)).isEqualTo(Status.REQUESTED);
    }

    @Test
    void itIsNotThereAtTheBaseOfTheOtherVersion() {
        String id = node.create(Wish.to(receiver.endpoint()), Guide.STU_2_2, owner);
        isUnknown(() -> node.service.find(id, Guide.STU_2_0, owner));
        node.service.delete(id, Guide.STU_2_0, owner);
        assertThat(node.service.find(id, Guide.STU_2_2, owner).id()).isEqualTo(id);
    }

    @Test
    @PasRequirement("spec-58")
    void eachIsToldOfItsOwnOrganizations() {
        String own = node.create(Wish.to(receiver.endpoint()).filtered(), Guide.STU_2_2, owner);
        String other = node.create(Wish.to(receiver.endpoint()).filtered(), Guide.STU_2_2, Nodes.owner(hospital));
        node.publisher.publish(new Notice(
                "somebody",
                "payer",
                Set.of(Nodes.ORGANIZATION),
                "case",
                "cr",
                nodes.clock.instant(),
                Map.of("2.2.1", Nodes.bundle())));
        assertThat(node.subscriptions.find(own).orElseThrow().events()).isEqualTo(1);
        assertThat(node.subscriptions.find(other).orElseThrow().events()).isZero();
    }

    @Test
    void nothingIsSentToAnEndpointThatIsRegisteredNoMore() {
        String id = node.create(Wish.to(receiver.endpoint()), Guide.STU_2_2, owner);
        nodes.jdbc.update("update pas_subscription set client = 'hospital-that-left' where id = ?", id);
        node.deliver();
        assertThat(receiver.got()).isEmpty();
        assertThat(nodes.jdbc.queryForObject("select failure from pas_delivery", String.class))
                .isEqualTo("not-registered");
    }

    @Test
    void aChangeMadeOverAnOlderVersionIsRefused() {
        String id = node.create(Wish.to(receiver.endpoint()), Guide.STU_2_2, owner);
        byte[] same =
                Wish.to(receiver.endpoint()).with(each -> each.put("id", id)).bytes();
        assertThat(node.service.update(id, same, 1, Guide.STU_2_2, owner).revision())
                .isEqualTo(2);
        assertThatThrownBy(() -> node.service.update(id, same, 1, Guide.STU_2_2, owner))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.PRECONDITION));
    }

    private static void isUnknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.NOT_FOUND));
    }
}
