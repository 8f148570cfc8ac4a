package org.precert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.audit.AuditEntry.PatientRead;
import org.precert.audit.AuditTrail;
import org.precert.cases.Case;
import org.precert.cases.CaseDocuments;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseStore;
import org.precert.cases.Recorded;
import org.precert.cases.Stale;
import org.precert.desk.Worklist.Found;
import org.precert.review.Explanations;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.staff.Staff;

/** What staff see, and what they do. Cases of payers that a person does not work for are not there for them. */
final class Desk {

    private static final int LONGEST_PAGE = 100;

    /** No payer has this key: who asks for payers that are not theirs gets nothing, where no payer at all would mean all. */
    private static final Set<String> NO_PAYER = Set.of("");

    private final CaseStore cases;
    private final Worklist worklist;
    private final WorklistWriter rows;
    private final CaseWriter writer;
    private final DeskActions actions;
    private final CaseDocuments documents;
    private final AuditTrail audit;
    private final Clock clock;

    Desk(
            CaseStore cases,
            Worklist worklist,
            WorklistWriter rows,
            CaseWriter writer,
            DeskActions actions,
            CaseDocuments documents,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.worklist = worklist;
        this.rows = rows;
        this.writer = writer;
        this.actions = actions;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param payers keys; none: all that the person works for */
    record Wanted(Set<String> payers, boolean open, boolean late, Optional<Place> after, int limit) {}

    /** @param number of the case that was changed */
    record Done(String number) {}

    ObjectNode worklist(Staff staff, Wanted wanted) {
        if (wanted.limit() < 1 || wanted.limit() > LONGEST_PAGE) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "limit", "A page has 1 to " + LONGEST_PAGE + " cases");
        }
        Instant now = clock.instant();
        List<Found> found = worklist.find(new Worklist.Query(
                payers(staff, wanted.payers()),
                wanted.open(),
                wanted.late() ? Optional.of(now) : Optional.empty(),
                wanted.after(),
                wanted.limit()));
        List<Found> page = found.subList(0, Math.min(found.size(), wanted.limit()));
        String next =
                found.size() > page.size() ? page.get(page.size() - 1).place().token() : "";
        List<Case> states =
                page.stream().flatMap(each -> cases.find(each.id()).stream()).toList();
        List<String> shown = states.stream().map(Case::id).toList();
        audit.record(new PatientRead(
                "worklist", shown, "", "payer,open,late", staff.person().audited()));
        return rows.write(states, now, next);
    }

    private static Set<String> payers(Staff staff, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return staff.payers();
        }
        Set<String> both = wanted.stream().filter(staff::serves).collect(Collectors.toUnmodifiableSet());
        return both.isEmpty() ? NO_PAYER : both;
    }

    ObjectNode show(Staff staff, String number, Explanations.Reader reader) {
        Case found = find(staff, number);
        reads(staff, "case", found, "");
        List<Recorded> history = cases.history(found.id());
        return writer.write(Case.of(history), history, documents.of(found.id()), staff.person(), reader);
    }

    /** @param document the id of something that the provider sent for the case */
    CaseDocuments.Document document(Staff staff, String number, String document) {
        Case found = find(staff, number);
        reads(staff, "document", found, document);
        return documents
                .find(found.id(), document)
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "The case has no such document"));
    }

    /**
     * @param version of the case that the person saw
     * @throws Stale if it is not that any more
     */
    Done act(Staff staff, String number, int version, Action action) {
        Case known = find(staff, number);
        if (known.events() != version) {
            throw new Stale();
        }
        return new Done(actions.act(known, staff.person(), action).number());
    }

    /** Before it is shown: what can not be recorded is not shown. */
    private void reads(Staff staff, String what, Case read, String part) {
        audit.record(new PatientRead(
                what, List.of(read.id()), part, "", staff.person().audited()));
    }

    private Case find(Staff staff, String number) {
        return cases.find(new CaseKey(CaseKey.Kind.NUMBER, number)).stream()
                .filter(state -> staff.serves(state.payer()))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no case with this number"));
    }
}
