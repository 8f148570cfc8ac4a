package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.precert.coverage.GuideVersion;
import org.precert.decision.Decision;
import org.precert.dtr.FormChoice.Choice;
import org.precert.dtr.call.PackageCall;
import org.precert.forms.Form;
import org.precert.forms.FormBook;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.MemberCoverage;
import org.precert.review.Rationale;
import org.precert.review.Review;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewer;

/** Finds the forms of a call: those that it names, or those that the reviews of its orders ask for. Nothing is kept. */
final class Packages {

    /**
     * A form for a call.
     *
     * @param orders Type/id that it is for
     * @param read orders that it is filled from
     * @param coverage that it is for, if its payer is known here
     */
    record Wanted(
            Form form, List<String> orders, List<String> read, Optional<MemberCoverage> coverage, String purpose) {

        Wanted {
            orders = List.copyOf(orders);
            read = List.copyOf(read);
        }
    }

    /** @param reviews of the orders; none if there are none, or no coverage of a payer that is served here */
    record Found(Matter matter, List<Wanted> forms, List<Review> reviews, List<Issue> issues) {

        Found {
            forms = List.copyOf(forms);
            reviews = List.copyOf(reviews);
            issues = List.copyOf(issues);
        }
    }

    private final MatterReader matters;
    private final Reviewer reviewer;
    private final FormBook forms;
    private final FormChoice choice;
    private final Rationale rationale;
    private final ObjectMapper json;

    Packages(MatterReader matters, Reviewer reviewer, FormBook forms, Rationale rationale, ObjectMapper json) {
        this.matters = matters;
        this.reviewer = reviewer;
        this.forms = forms;
        this.choice = new FormChoice(forms);
        this.rationale = rationale;
        this.json = json;
    }

    /** @throws InvalidRequest if nothing that it names is here, or its coverages are of no payer of this server */
    Found find(PackageCall call, Asked asked) {
        Matter matter = matters.read(call, asked.caller(), asked.today());
        List<Issue> issues = new ArrayList<>();
        if (MatterReader.isUnknown(call, matter)) {
            unknownContext(call, asked, issues);
        }
        ReviewRequest request =
                matter.request("package", asked.caller(), json.createObjectNode(), asked.deadline(), asked.today());
        List<Review> reviews = reviewer.preview(request).reviews();
        List<Wanted> wanted = call.questionnaires().isEmpty()
                ? reviewed(request, matter, reviews, asked, issues)
                : named(call, request, matter, reviews, asked, issues);
        return new Found(matter, wanted, reviews, issues.stream().distinct().toList());
    }

    private static void unknownContext(PackageCall call, Asked asked, List<Issue> issues) {
        String text = "The context is none that this server gave to this client for this patient";
        boolean strict = asked.flavour().version() == GuideVersion.STU_2_2;
        if (strict || (call.orders().isEmpty() && call.questionnaires().isEmpty())) {
            throw new InvalidRequest(Kind.NOT_FOUND, "Parameters.parameter.where(name='context')", text);
        }
        issues.add(Issue.warning("not-found", text));
    }

    private List<Wanted> named(
            PackageCall call,
            ReviewRequest request,
            Matter matter,
            List<Review> reviews,
            Asked asked,
            List<Issue> issues) {
        List<MemberCoverage> coverages = reviewer.coverages(request);
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        int number = 0;
        for (String canonical : call.questionnaires()) {
            number++;
            Optional<Form> form = forms.find(canonical)
                    .filter(each -> asked.mayAsk(each.policy().payer()));
            if (form.isEmpty()) {
                issues.add(
                        Issue.warning("not-found", "This server has no form as number " + number + " of those named"));
            }
            form.ifPresent(
                    each -> wanted.putIfAbsent(each.canonical(), named(each, matter, reviews, coverages, issues)));
        }
        if (wanted.isEmpty()) {
            throw new InvalidRequest(
                    Kind.NOT_FOUND,
                    "Parameters.parameter.where(name='questionnaire')",
                    "This server has none of the forms");
        }
        return List.copyOf(wanted.values());
    }

    private static Wanted named(
            Form form, Matter matter, List<Review> reviews, List<MemberCoverage> coverages, List<Issue> issues) {
        Optional<MemberCoverage> coverage = coverage(form, matter, coverages);
        if (coverage.isEmpty()) {
            issues.add(Issue.warning(
                    "business-rule", "No coverage that was sent is with the payer of the form '" + form.title() + "'"));
        }
        String purpose = form.policy().statements().stream()
                .flatMap(statement -> statement.paperwork().stream())
                .filter(paperwork -> paperwork.questionnaire().equals(form.name()))
                .map(paperwork -> paperwork.purpose())
                .findFirst()
                .orElse("");
        List<String> orders = matter.orderReferences();
        return new Wanted(form, orders, RestsOn.orders(orders, reviews), coverage, purpose);
    }

    /** That of the context, where there is one; else the member's first with the payer. */
    static Optional<MemberCoverage> coverage(Form form, Matter matter, List<MemberCoverage> coverages) {
        List<MemberCoverage> ofPayer = coverages.stream()
                .filter(each -> each.payer().key().equals(form.policy().payer()))
                .toList();
        return ofPayer.stream()
                .filter(each -> matter.kept()
                        .filter(review -> review.coverage().equals(each.reference()))
                        .isPresent())
                .findFirst()
                .or(() -> ofPayer.stream().findFirst());
    }

    private List<Wanted> reviewed(
            ReviewRequest request, Matter matter, List<Review> reviews, Asked asked, List<Issue> issues) {
        if (reviews.isEmpty()) {
            throw new InvalidRequest(
                    Kind.NOT_FOUND,
                    "Parameters.parameter.where(name='coverage')",
                    request.orders().isEmpty()
                            ? "There is no order to find a form for"
                            : "No coverage that was sent is with a payer that this server answers for");
        }
        unspokenOf(matter, reviews).forEach(issues::add);
        Map<String, List<Choice>> byForm = new LinkedHashMap<>();
        for (Review review : reviews) {
            List<Choice> chosen = choice.of(List.of(review), asked.wantsAdaptive());
            chosen.forEach(each -> byForm.computeIfAbsent(each.form().canonical(), any -> new ArrayList<>())
                    .add(each));
            if (review.ruling().decision() instanceof Decision.NotEvaluated) {
                issues.add(Issue.warning("transient", rationale.sentence(review)));
            } else if (chosen.isEmpty()) {
                issues.add(Issue.information("No form is needed. " + rationale.sentence(review)));
            } else if (chosen.stream().noneMatch(Choice::needed)) {
                issues.add(Issue.information("The payer asks for no form. " + rationale.sentence(review)
                        + " With the form, individual consideration can be asked for."));
            }
        }
        return byForm.values().stream().map(Packages::joined).toList();
    }

    /** 2.0.1: an issue with understanding a coverage is a warning. */
    private static List<Issue> unspokenOf(Matter matter, List<Review> reviews) {
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < matter.coverages().size(); i++) {
            String coverage = matter.coverages().get(i);
            if (reviews.stream()
                    .noneMatch(review -> review.coverage().reference().equals(coverage))) {
                issues.add(
                        Issue.warning(
                                "business-rule",
                                "Coverage number " + (i + 1)
                                        + " is passed over: it is not in force, or with no payer that this server answers for"));
            }
        }
        return issues;
    }

    private static Wanted joined(List<Choice> choices) {
        Choice first = choices.get(0);
        List<String> orders = distinct(choices, each -> each.review().order().reference());
        return new Wanted(
                first.form(),
                orders,
                RestsOn.orders(orders, choices.stream().map(Choice::review).toList()),
                Optional.of(first.review().coverage()),
                first.purpose());
    }

    private static List<String> distinct(List<Choice> choices, Function<Choice, String> what) {
        return choices.stream().map(what).distinct().toList();
    }
}
