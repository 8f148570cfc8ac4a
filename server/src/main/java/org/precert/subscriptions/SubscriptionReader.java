package org.precert.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Reads a Subscription: profile backport-subscription, and PASSubscription of 2.2.1. */
final class SubscriptionReader {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_FILTERS = 20;

    private final ObjectMapper json;
    private final Endpoints endpoints;

    SubscriptionReader(ObjectMapper json, Endpoints endpoints) {
        this.json = json;
        this.endpoints = endpoints;
    }

    /**
     * Reads what is to be made.
     *
     * @throws InvalidRequest saying what of it can not be done
     */
    Wanted created(byte[] body, Guide guide, Owner owner, Instant now) {
        SentObject sent = subscription(body);
        Status status = status(sent);
        if (status != Status.REQUESTED && status != Status.ACTIVE) {
            throw sent.at("status").refused("A new Subscription has the status requested");
        }
        Wanted wanted = wanted(sent, guide, owner, status);
        if (wanted.end().filter(end -> !end.isAfter(now)).isEmpty()) {
            return wanted;
        }
        // Inferno's own Subscription ended in 2020. Nobody makes one that is over: the end is left out, which the
        // answer shows.
        wanted.resource().remove(List.of("end", "_end"));
        return new Wanted(wanted.resource(), wanted.channel(), wanted.filters(), Optional.empty(), wanted.off());
    }

    /**
     * Reads what shall stand in the place of another.
     *
     * @throws InvalidRequest saying what of it can not be done
     */
    Wanted updated(byte[] body, String id, Guide guide, Owner owner, Instant now) {
        SentObject sent = subscription(body);
        if (!sent.required("id").equals(id)) {
            throw new InvalidRequest(Kind.MALFORMED, "Subscription.id", "The id is not that of the address");
        }
        Wanted wanted = wanted(sent, guide, owner, status(sent));
        if (!wanted.off() && wanted.end().filter(end -> !end.isAfter(now)).isPresent()) {
            throw sent.at("end").refused("The end lies in the past; the status off ends a Subscription");
        }
        return wanted;
    }

    /** The channel of what was checked when it was kept; whether it may be used is asked at each delivery. */
    static Channel channel(ObjectNode kept, Guide guide) {
        return ChannelReader.read(new SentObject(kept, "Subscription").at("channel"), guide);
    }

    /** The filters of what was checked when it was kept. */
    static Filters filters(ObjectNode kept) {
        return filters(new SentObject(kept, "Subscription"));
    }

    private Wanted wanted(SentObject sent, Guide guide, Owner owner, Status status) {
        sent.withoutModifiers();
        sent.required("reason");
        if (!sent.required("criteria").equals(Urls.TOPIC)) {
            throw sent.at("criteria").refused("The one topic here is " + Urls.TOPIC);
        }
        Filters filters = filters(sent);
        if (!filters.all().stream().allMatch(each -> each.isFor(owner))) {
            throw sent.at("criteria")
                    .refused("A client may subscribe for the organizations alone that it is registered to act for");
        }
        Channel channel = ChannelReader.read(sent.at("channel"), guide);
        if (endpoints.destination(owner, channel.endpoint()).isEmpty()) {
            throw sent.at("channel.endpoint")
                    .refused("This endpoint is not registered for the notifications of this client");
        }
        return new Wanted(sent.object(), channel, filters, end(sent), status == Status.OFF);
    }

    private SentObject subscription(byte[] body) {
        if (body.length > LONGEST) {
            throw new InvalidRequest(Kind.TOO_LARGE, "", "A Subscription has at most 64 KB");
        }
        JsonNode read = tree(body);
        if (!(read instanceof ObjectNode)
                || !"Subscription".equals(read.path("resourceType").textValue())) {
            throw new InvalidRequest(Kind.MALFORMED, "", "The body must be a Subscription as JSON");
        }
        return new SentObject(read, "Subscription");
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException | ArithmeticException e) {
            throw new InvalidRequest(Kind.MALFORMED, "", "The body is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("Bytes that can not be read", e);
        }
    }

    private static Status status(SentObject sent) {
        return Status.of(sent.required("status"))
                .orElseThrow(() -> sent.at("status").refused("The status is requested, active, error or off"));
    }

    private static Filters filters(SentObject sent) {
        List<Filter> filters = new ArrayList<>();
        for (SentObject each : sent.at("_criteria").extensions(Urls.FILTER_CRITERIA)) {
            for (String part : each.required("valueString").split("&", -1)) {
                filters.add(Filter.of(part, each.path()));
            }
        }
        if (filters.size() > MOST_FILTERS) {
            throw sent.at("criteria").refused("There are more than twenty filters");
        }
        return new Filters(filters);
    }

    private static Optional<Instant> end(SentObject sent) {
        if (sent.node().path("end").isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(sent.required("end")).toInstant());
        } catch (DateTimeException e) {
            throw sent.at("end").refused("The end must be an instant, with its offset");
        }
    }
}
