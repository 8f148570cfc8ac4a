package org.precert.tenants;

import java.util.List;
import org.precert.testing.Http;

/** What staff could ask for of a payer. */
final class StaffProbes {

    private static final String CASES = "/review-desk/cases";

    private StaffProbes() {}

    static List<Probe> all() {
        return List.of(
                Probe.read(
                        "the worklist", "GET " + CASES, of -> Request.get(CASES + "?limit=100"), StaffProbes::isListed),
                Probe.read(
                        "the worklist by name",
                        "GET " + CASES,
                        of -> Request.get(CASES + "?limit=100&payer=" + of.payer()),
                        StaffProbes::isListed),
                Probe.read("a case", "GET " + CASES + "/x", of -> Request.get(CASES + "/" + of.number())),
                Probe.read(
                        "a document",
                        "GET " + CASES + "/x/documents/x",
                        of -> Request.get(CASES + "/" + of.number() + "/documents/" + of.document())),
                Probe.change(
                        "a note",
                        "POST " + CASES + "/x/actions",
                        of -> Request.post(
                                        CASES + "/" + of.number() + "/actions",
                                        "{\"version\":" + Tenants.events(of)
                                                + ",\"action\":\"note\",\"note\":\"seen\"}")
                                .with("Content-Type", "application/json"),
                        (answer, of) -> answer.status() == 200));
    }

    private static boolean isListed(Http.Answer answer, Holding of) {
        return answer.response().body().contains("\"" + of.number() + "\"");
    }
}
