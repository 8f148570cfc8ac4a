package org.precert.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.precert.outgoing.Header;

/** Reads {@code Subscription.channel}. What can not be done is refused, so that nobody waits for it. */
final class ChannelReader {

    private static final Set<String> JSON = Set.of("application/fhir+json", "application/json");
    private static final int MOST_HEADERS = 20;

    /** Of the outgoing package: no request takes longer. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LONGEST_HEARTBEAT = 7 * 24 * 3600;
    private static final int SHORTEST_HEARTBEAT = 10;

    private ChannelReader() {}

    static Channel read(SentObject channel, Guide guide) {
        channel.object();
        channel.withoutModifiers();
        if (!channel.required("type").equals("rest-hook")
                || !channel.at("_type").extensions(Urls.CHANNEL_TYPE).isEmpty()) {
            throw channel.at("type").refused("Notifications are sent by rest-hook alone");
        }
        Optional<Duration> heartbeat =
                seconds(channel, Urls.HEARTBEAT_PERIOD, "valueUnsignedInt", 0).filter(each -> !each.isZero());
        heartbeat
                .filter(each -> each.toSeconds() < SHORTEST_HEARTBEAT || each.toSeconds() > LONGEST_HEARTBEAT)
                .ifPresent(each -> {
                    throw channel.refused("A heartbeat comes every ten seconds to seven days");
                });
        seconds(channel, Urls.MAX_COUNT, "valuePositiveInt", 1); // there is one event in a notification, always
        Duration timeout = seconds(channel, Urls.TIMEOUT, "valueUnsignedInt", 0)
                .filter(each -> !each.isZero() && each.compareTo(LONGEST) < 0)
                .orElse(LONGEST);
        return new Channel(
                endpoint(channel), headers(channel), payload(channel), content(channel, guide), heartbeat, timeout);
    }

    private static URI endpoint(SentObject channel) {
        try {
            return new URI(channel.required("endpoint"));
        } catch (URISyntaxException e) {
            throw channel.at("endpoint").refused("This is no URL");
        }
    }

    private static String payload(SentObject channel) {
        String payload = channel.required("payload");
        String type = payload.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!JSON.contains(type) || !payload.matches("[ -~]{1,100}")) {
            throw channel.at("payload").refused("Notifications are written as application/fhir+json alone");
        }
        return payload;
    }

    private static Content content(SentObject channel, Guide guide) {
        SentObject extension = channel.at("_payload")
                .extension(Urls.PAYLOAD_CONTENT)
                .orElseThrow(
                        () -> channel.at("payload").refused("The extension backport-payload-content must be there"));
        return Content.of(extension.required("valueCode"))
                .filter(guide::allows)
                .orElseThrow(() -> extension.refused(
                        guide == Guide.STU_2_2
                                ? "Notifications of PAS 2.2.1 are full-resource"
                                : "Notifications of PAS 2.0.1 are id-only or full-resource"));
    }

    private static List<Header> headers(SentObject channel) {
        JsonNode sent = channel.node().path("header");
        SentObject where = channel.at("header");
        if (!sent.isMissingNode() && (!sent.isArray() || sent.size() > MOST_HEADERS)) {
            throw where.refused("Headers are a list of twenty at the most");
        }
        List<Header> headers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode each : sent) {
            headers.add(header(each, where));
            if (!names.add(headers.get(headers.size() - 1).name().toLowerCase(Locale.ROOT))) {
                throw where.refused("A header is there twice");
            }
        }
        return headers;
    }

    private static Header header(JsonNode sent, SentObject where) {
        String line = sent.isTextual() ? sent.textValue() : "";
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw where.refused("A header is a name, a colon and a value");
        }
        String value = line.substring(colon + 1);
        Header header = new Header(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        if (!header.isAllowed()) {
            throw where.refused("A header has a name or a value that can not be sent");
        }
        return header;
    }

    private static Optional<Duration> seconds(SentObject channel, String url, String value, int least) {
        return channel.extension(url).map(each -> {
            JsonNode number = each.node().path(value);
            if (!number.isIntegralNumber() || !number.canConvertToInt() || number.intValue() < least) {
                throw each.refused("This must have " + value);
            }
            return Duration.ofSeconds(number.intValue());
        });
    }
}
