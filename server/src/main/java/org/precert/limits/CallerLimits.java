package org.precert.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.precert.clients.Caller;
import org.precert.staff.Staff;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts for each caller, right after it is known who that is and before the body is read: its pace, and its share of what is worked
 * on at once. Who is not known is one of many, and they have one share together.
 */
final class CallerLimits extends OncePerRequestFilter {

    private static final String STRANGERS = "strangers";

    private final Paces clients;
    private final Paces staff;
    private final Pace strangers;
    private final Places places;
    private final Refusals refusals;

    CallerLimits(Paces clients, Paces staff, Pace strangers, Places places, Refusals refusals) {
        this.clients = clients;
        this.staff = staff;
        this.strangers = strangers;
        this.places = places;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OpenToAll.includes(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> client = client(request);
        Optional<String> person = client.isPresent() ? Optional.empty() : person(request);
        if (client.or(() -> person).isPresent()
                && request.getAttribute(StrangerFilter.CHARGED) instanceof Bucket bucket) {
            bucket.giveBack(strangers);
        }
        String who = client.map("the client "::concat)
                .or(() -> person.map("the person "::concat))
                .orElse(STRANGERS);
        Duration wait =
                client.map(clients::take).or(() -> person.map(staff::take)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            refusals.refuse(response, Door.of(request), Reason.CLIENT_RATE, wait, who);
            return;
        }
        if (!places.enter(who)) {
            refusals.refuse(response, Door.of(request), Reason.SHARE, Refusals.shortly(), who);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.leave(who);
        }
    }

    private static Optional<String> client(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller.known().map(client -> client.id())
                : Optional.empty();
    }

    private static Optional<String> person(HttpServletRequest request) {
        return request.getAttribute(Staff.ATTRIBUTE) instanceof Staff known
                ? Optional.of(known.person().id())
                : Optional.empty();
    }
}
