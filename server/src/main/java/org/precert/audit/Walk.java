package org.precert.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes along one chain, link by link, until one is broken. */
final class Walk {

    private ChainPoint before;
    private long links;
    private Optional<BrokenLink> broken = Optional.empty();
    private final List<Claim> claims = new ArrayList<>();
    private final Testimony testimony;

    /** @param anchor after which the chain begins */
    Walk(ChainPoint anchor, Testimony testimony) {
        this.before = anchor;
        this.testimony = testimony;
    }

    /** A row that a link says something of. */
    record Claim(ChainPoint by, CoveredRow row) {}

    /** @return whether to go on */
    boolean step(Link link) {
        links++;
        broken = flaw(link);
        if (broken.isEmpty()) {
            before = link.point();
        }
        return broken.isEmpty();
    }

    private Optional<BrokenLink> flaw(Link link) {
        long expected = before.number() + 1;
        if (link.number() < expected) {
            return found(link.number(), Flaw.UNEXPECTED, "");
        }
        if (link.number() > expected) {
            return found(expected, Flaw.MISSING, "the next is " + link.number());
        }
        if (!link.expectedHash().equals(link.hash())) {
            return found(expected, Flaw.CHANGED, "");
        }
        if (!link.previous().equals(before.hash())) {
            return before.number() == 0
                    ? found(expected, Flaw.REPLACED, "the first link is written after another one")
                    : found(before.number(), Flaw.REPLACED, "");
        }
        return hear(link) ? Optional.empty() : found(expected, Flaw.UNREADABLE, "");
    }

    private boolean hear(Link link) {
        try {
            JsonNode body = EntryJson.read(link);
            EntryJson.covers(body).forEach(row -> claims.add(new Claim(link.point(), row)));
            testimony.hear(link, body);
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    /** After the last link. */
    Optional<BrokenLink> end(ChainPoint head) {
        if (broken.isPresent() || before.equals(head)) {
            return broken;
        }
        if (before.number() < head.number()) {
            return found(before.number() + 1, Flaw.MISSING, "the chain ends with " + head.number());
        }
        return before.number() > head.number()
                ? found(head.number() + 1, Flaw.UNEXPECTED, "the chain ends with " + head.number())
                : found(head.number(), Flaw.HEAD, "");
    }

    private Optional<BrokenLink> found(long number, Flaw flaw, String about) {
        return Optional.of(new BrokenLink(before.chain(), number, flaw, about));
    }

    long links() {
        return links;
    }

    /** What was claimed since this was called last. */
    List<Claim> takeClaims() {
        List<Claim> taken = List.copyOf(claims);
        claims.clear();
        return taken;
    }
}
