package org.precert.crash;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.precert.crash.Client.Gone;
import org.precert.crash.Client.Said;
import org.precert.crash.Deed.Kind;
import org.precert.pas.PasStory;
import org.precert.pas.PasStory.Message;
import org.precert.testing.PasSample;

/**
 * Clients of one life of the server, and staff at its desk: first they finish what was broken off, then they begin new
 * things, until it is gone.
 */
final class Clients {

    private static final int OK = 200;
    private static final int OURS = 500;
    private static final int STALE = 409;
    private static final int NOT_FOUND = 404;
    private static final String APPROVAL = "{\"action\":\"approve\",\"line\":1,\"from\":\"2026-12-01\","
            + "\"until\":\"2027-03-01\",\"words\":\"Seen by a clinician.\",\"version\":%d}";

    private final Client client;
    private final Journal journal;
    private final String point;
    private final Random random;
    private volatile boolean over;

    /** @param point at which the server is to end */
    Clients(Client client, Journal journal, String point, long seed) {
        this.client = client;
        this.journal = journal;
        this.point = point;
        this.random = new Random(seed);
    }

    /** No new things are begun. */
    void stop() {
        over = true;
    }

    /** What was broken off before, and whether what was acknowledged is said again, byte for byte. */
    void finish(List<Deed> acknowledged) throws InterruptedException {
        try {
            for (Deed deed = journal.takeOpen(); deed != null; deed = journal.takeOpen()) {
                try {
                    again(deed);
                } catch (Gone e) {
                    journal.broken(deed, point);
                    throw e;
                }
            }
            for (Deed deed : acknowledged) {
                if (deed.kind() == Kind.REQUEST || deed.kind() == Kind.CANCELLATION) {
                    replay(deed);
                }
            }
        } catch (Gone e) {
            over = true;
        }
    }

    void work() throws InterruptedException {
        try {
            while (!over) {
                story();
            }
        } catch (Gone e) {
            over = true;
        }
    }

    private void story() throws Gone, InterruptedException {
        String sample = PasSample.OF_TWO_LINES.get(random.nextInt(PasSample.OF_TWO_LINES.size()));
        PasStory story = PasStory.of(sample);
        Deed request = journal.begin(new Deed(Kind.REQUEST, story.request(), sample, "", point));
        Optional<String> answer = done(request);
        if (answer.isEmpty()) {
            return;
        }
        if (random.nextInt(6) == 0) {
            replay(request);
        }
        if (!PasStory.isOpen(answer.get())) {
            return;
        }
        String number = PasStory.number(answer.get());
        Optional<Message> form = story.form(answer.get());
        if (form.isPresent()) {
            done(journal.begin(new Deed(Kind.FORM, form.get(), sample, number, point)));
            return;
        }
        Optional<Message> cancellation = story.cancellation();
        if (cancellation.isPresent() && random.nextInt(3) == 0) {
            done(journal.begin(new Deed(Kind.CANCELLATION, cancellation.get(), sample, number, point)));
        } else {
            Said shown = client.get("/review-desk/cases/" + number);
            if (shown.status() == OK) {
                done(journal.begin(new Deed(Kind.DECISION, approval(number, shown), sample, number, point)));
            }
        }
    }

    private static Message approval(String number, Said shown) {
        return new Message(
                "/review-desk/cases/" + number + "/actions",
                String.format(APPROVAL, shown.json().path("version").asInt()));
    }

    /** @return what was said; nothing where the server failed and it has to be done again */
    private Optional<String> done(Deed deed) throws Gone, InterruptedException {
        Said said;
        try {
            said = client.post(deed.message().path(), deed.message().body());
        } catch (Gone e) {
            journal.broken(deed, point);
            throw e;
        }
        if (said.status() >= OURS) {
            journal.broken(deed, point);
            TimeUnit.MILLISECONDS.sleep(50);
            return Optional.empty();
        }
        if (said.status() != OK) {
            journal.wrong(deed.kind() + " was answered with " + said.status() + " " + said.body());
            return Optional.empty();
        }
        journal.acknowledged(deed, said.body());
        return Optional.of(said.body());
    }

    private void again(Deed deed) throws Gone, InterruptedException {
        Said said = client.post(deed.message().path(), deed.message().body());
        for (int i = 0; i < 100 && said.status() >= OURS; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            said = client.post(deed.message().path(), deed.message().body());
        }
        if (said.status() == STALE && deed.kind() == Kind.DECISION) {
            // It had been done: the case is not any more what the person saw.
            journal.acknowledged(
                    deed, client.get("/review-desk/cases/" + deed.number()).body());
        } else if (said.status() == OK) {
            journal.acknowledged(deed, said.body());
        } else {
            journal.wrong(deed.kind() + ", done again after a kill at " + deed.point() + ", was answered with "
                    + said.status() + " " + said.body());
        }
    }

    private void replay(Deed deed) throws Gone, InterruptedException {
        Said said = client.post(deed.message().path(), deed.message().body());
        if (said.status() >= OURS) {
            return;
        }
        String before = deed.answer().orElseThrow();
        if (said.status() != OK || !said.replayed() || !said.body().equals(before)) {
            journal.wrong("An acknowledged " + deed.kind() + " is not answered as before: " + said.status()
                    + (said.status() == NOT_FOUND ? " not found" : "") + ", at " + deed.point());
        }
    }
}
