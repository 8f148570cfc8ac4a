package org.precert.pas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precert.cases.Actor;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseListener;
import org.precert.cases.Recorded;
import org.precert.pas.answer.Found;
import org.precert.pas.call.PasVersion;
import org.precert.subscriptions.Notice;
import org.precert.subscriptions.Publisher;

/**
 * Tells subscribers of each change that a provider sees and has not just been answered: PAS 2.2.1, spec-60 and 61. What a
 * client changed itself it was told at once.
 */
final class Notifications implements CaseListener {

    private final Publisher publisher;
    private final FoundCases found;
    private final Answers answers;
    private final Restricted restricted;

    Notifications(Publisher publisher, FoundCases found, Answers answers, Restricted restricted) {
        this.publisher = publisher;
        this.found = found;
        this.answers = answers;
        this.restricted = restricted;
    }

    @Override
    public void changed(Case after, List<Recorded> news) {
        if (news.stream().anyMatch(Notifications::isNews)) {
            found.of(after).ifPresent(this::publish);
        }
    }

    private static boolean isNews(Recorded recorded) {
        return recorded.event().isVisible()
                && !(recorded.by() instanceof Actor.Client)
                && !(recorded.event() instanceof CaseEvent.Opened);
    }

    private void publish(Found each) {
        Case state = each.state();
        Map<String, String> bundles = new HashMap<>();
        for (PasVersion version : PasVersion.values()) {
            bundles.put(version.code(), new String(answers.of(each, version), UTF_8));
        }
        Set<String> organizations = new HashSet<>();
        for (String sender : state.requester().senders()) {
            organizations.add(sender);
            organizations.add(sender.substring(sender.indexOf('|') + 1));
        }
        // What is for its sender alone goes to nobody who only knows the organization.
        publisher.publish(new Notice(
                state.requester().client(),
                state.payer(),
                restricted.is(state) ? Set.of() : organizations,
                state.id(),
                state.id(),
                state.changedAt(),
                bundles));
    }
}
