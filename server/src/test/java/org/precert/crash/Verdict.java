package org.precert.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precert.crash.Deed.Kind;
import org.precert.crash.Kept.Submission;

/** Compares what clients were told with what is kept. */
final class Verdict {

    private static final Pattern AUDITED = Pattern.compile("\"submission\":\"([^\"]+)\"");

    /** What can be wrong. */
    enum Fault {
        LOST,
        TWICE,
        HALF_DONE
    }

    private final Map<String, Map<Fault, Integer>> faults = new TreeMap<>();
    private final List<String> words = new ArrayList<>();

    private final Map<String, List<Submission>> byHash;
    private final Map<String, String> cases;
    private final Map<String, Long> audits = new HashMap<>();
    private final Map<String, Long> events;
    private final Map<String, Long> told;
    private final Map<String, Long> documents;
    private final Map<String, Long> decisions;
    private final Map<String, Long> members;

    /** Events and notifications of the cases of one kind of story: all are alike. */
    private final Map<String, Set<String>> shapes = new TreeMap<>();

    Verdict(Kept kept) throws SQLException {
        byHash = kept.submissions().stream().collect(Collectors.groupingBy(Submission::hash));
        cases = kept.cases();
        for (String answer : kept.audited()) {
            Matcher submission = AUDITED.matcher(answer);
            if (submission.find()) {
                audits.merge(submission.group(1), 1L, Long::sum);
            }
        }
        events = kept.perCase("case_event");
        told = kept.perCase("pas_notification");
        documents = kept.perCase("attachment");
        decisions = kept.perCase("case_event where kind = 'decided' and by_whom = 'Dr Demo Physician'");
        members = kept.perCase("patient_access");
    }

    /** Each deed by itself. */
    void judge(List<Deed> deeds) {
        Map<String, Kind> after = new HashMap<>();
        deeds.stream()
                .filter(each -> each.kind() != Kind.REQUEST)
                .forEach(each -> after.put(each.number(), each.kind()));
        Map<String, String> numbers = new HashMap<>();
        cases.forEach((number, id) -> numbers.put(id, number));
        for (Deed deed : deeds) {
            if (deed.answer().isEmpty()) {
                fault(deed, Fault.LOST, "was never acknowledged");
            } else if (deed.kind() == Kind.REQUEST || deed.kind() == Kind.CANCELLATION) {
                submission(deed, after, numbers);
            } else {
                Map<String, Long> counted = deed.kind() == Kind.FORM ? documents : decisions;
                once(deed, counted.getOrDefault(cases.getOrDefault(deed.number(), ""), 0L));
            }
        }
        shapes.forEach((story, shape) -> {
            if (shape.size() > 1) {
                words.add("Not all alike: " + story + " " + shape);
            }
        });
    }

    /** All of them together: nothing is kept that nobody asked for. */
    void judge(Kept kept, Set<Long> delivered, List<Deed> deeds) throws SQLException {
        long requests =
                deeds.stream().filter(each -> each.kind() == Kind.REQUEST).count();
        long cancelled =
                deeds.stream().filter(each -> each.kind() == Kind.CANCELLATION).count();
        is("cases", kept.number("select count(*) from pa_case"), requests);
        is("submissions", kept.number("select count(*) from submission"), requests + cancelled);
        is("audited submissions", audits.size(), requests + cancelled);
        is(
                "exchanges of a request without a review",
                kept.number("select count(*) from exchange e where e.door = 'pas.submit' and not exists (select 1 from"
                        + " review r where r.exchange_id = e.id)"),
                cancelled);
        is(
                "cases whose events are not counted right",
                kept.number("select count(*) from pa_case c where c.events <> (select count(*) from case_event e where"
                        + " e.case_id = c.id) or c.events <> (select max(e.number) from case_event e where e.case_id ="
                        + " c.id)"),
                0);
        is(
                "cases without lines",
                kept.number("select count(*) from pa_case c where (select count(*) from case_line l where l.case_id ="
                        + " c.id) <> 2"),
                0);
        is(
                "authorization numbers of two cases",
                kept.number("select count(*) from (select authorization_number from case_line where"
                        + " authorization_number is not null group by authorization_number having count(distinct case_id)"
                        + " > 1) x"),
                0);
        long last = kept.number("select max(events) from pas_subscription");
        is("notifications", kept.number("select count(*) from pas_notification"), last);
        is("the last number of them", kept.number("select coalesce(max(event_number), 0) from pas_notification"), last);
        is(
                "notifications not delivered",
                kept.number("select count(*) from pas_notification where state <> 'delivered'"),
                0);
        is("notifications that arrived", delivered.size(), last);
    }

    private void submission(Deed deed, Map<String, Kind> after, Map<String, String> numbers) {
        List<Submission> found = byHash.getOrDefault(hash(deed.message().body()), List.of());
        once(deed, found.size());
        for (Submission each : found) {
            if (!each.response().equals(deed.answer().orElseThrow())) {
                fault(deed, Fault.LOST, "has other bytes than were sent");
            }
            if (audits.getOrDefault(each.id(), 0L) != 1) {
                fault(deed, Fault.HALF_DONE, "stands in the ledger " + audits.get(each.id()) + " times");
            }
            if (events.getOrDefault(each.caseId(), 0L) == 0 || members.getOrDefault(each.caseId(), 0L) != 1) {
                fault(deed, Fault.HALF_DONE, "has no events, or nothing for the member");
            }
            if (deed.kind() == Kind.REQUEST) {
                String next = String.valueOf(after.get(numbers.get(each.caseId())));
                shapes.computeIfAbsent(deed.sample() + " then " + next, story -> new TreeSet<>())
                        .add(events.get(each.caseId()) + " events, " + told.getOrDefault(each.caseId(), 0L) + " told");
            }
        }
    }

    private void once(Deed deed, long times) {
        if (times == 0) {
            fault(deed, Fault.LOST, "is not there");
        } else if (times > 1) {
            fault(deed, Fault.TWICE, "is there " + times + " times");
        }
    }

    private void fault(Deed deed, Fault fault, String how) {
        faults.computeIfAbsent(deed.point(), point -> new TreeMap<>()).merge(fault, 1, Integer::sum);
        words.add("A " + deed.kind() + " (" + deed.point() + ") " + how);
    }

    private void is(String what, long found, long right) {
        if (found != right) {
            words.add(what + ": " + found + ", not " + right);
        }
    }

    int count(String point, Fault fault) {
        return faults.getOrDefault(point, Map.of()).getOrDefault(fault, 0);
    }

    /** Everything that is wrong, in words; empty where nothing is. */
    List<String> words() {
        return List.copyOf(words);
    }

    Map<String, Set<String>> shapes() {
        return shapes;
    }

    private static String hash(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
