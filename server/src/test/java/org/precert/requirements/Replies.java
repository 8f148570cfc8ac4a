package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precert.testing.Http;

/** What the server said to every sample on a hook, asked once, where it did not refuse: many statements are about all answers. */
record Replies(String name, ObjectNode call, Door.Said said) {

    private record Key(Door door, Guide guide, String hook) {}

    private static final Map<Key, List<Replies>> KNOWN = new ConcurrentHashMap<>();

    static List<Replies> of(Door door, Guide guide, String hook) {
        return KNOWN.computeIfAbsent(new Key(door, guide, hook), Replies::ask);
    }

    static List<Replies> ofEachKind(Door door, Guide guide, String hook) {
        return of(door, guide, hook).stream()
                .filter(reply -> Given.EACH_KIND.contains(reply.name()))
                .toList();
    }

    private static List<Replies> ask(Key key) {
        List<Replies> replies = new ArrayList<>();
        Given.everySample().forEach(sample -> {
            ObjectNode call = key.guide().call(key.hook(), sample);
            Http.Answer answer = key.door().send(call);
            if (answer.status() == 200) {
                replies.add(new Replies(sample, call, new Door.Said(answer.json())));
            } else {
                assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
                assertThat(Given.REFUSED_FOR_2_2).contains(sample);
                assertThat(key.guide()).isEqualTo(Guide.V2_2);
            }
        });
        return List.copyOf(replies);
    }
}
