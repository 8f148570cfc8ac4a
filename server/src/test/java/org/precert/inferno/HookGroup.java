package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The group of tests that the kit runs for one hook, over all calls of it. */
public record HookGroup(String hook, List<Exchange> exchanges, Profiles profiles) {

    static final String EXTERNAL_REFERENCE = "crd_external_reference_card_validation";
    static final String INSTRUCTIONS = "crd_valid_instructions_card_received";
    static final String SMART_LAUNCH = "crd_launch_smart_app_card_validation";

    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Verdict.of(ServiceCall.ID, ServiceCall.errors(exchanges)));
        verdicts.addAll(requests());
        ServiceResponse response = ServiceResponse.of(
                hook,
                exchanges.stream()
                        .filter(exchange -> exchange.status() == 200)
                        .map(Exchange::answer)
                        .flatMap(Optional::stream)
                        .toList());
        verdicts.add(Verdict.of(ServiceResponse.ID, response.errors()));
        CardDetails details = CardDetails.of(response.cards());
        verdicts.add(Verdict.of(CardDetails.ID, details.errors()));
        verdicts.addAll(cards(response, details));
        verdicts.addAll(coverageInformation(response));
        verdicts.addAll(proposals(response, details));
        return verdicts;
    }

    private List<Verdict> requests() {
        List<String> required = new ArrayList<>();
        List<String> context = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            required.addAll(RequestFields.requiredErrors(exchange.request(), hook));
            context.addAll(RequestContext.errors(hook, exchange.request().path("context"), profiles));
            optional.addAll(RequestFields.optionalErrors(exchange.request()));
        }
        return List.of(
                Verdict.of(RequestFields.REQUIRED, required),
                Verdict.of(RequestContext.ID, context),
                Verdict.of(RequestFields.OPTIONAL, optional));
    }

    private List<Verdict> cards(ServiceResponse response, CardDetails details) {
        boolean smart = details.withLinks().stream().anyMatch(ResponseTypes::isSmartLaunch);
        return List.of(
                Verdict.passIf(
                        EXTERNAL_REFERENCE,
                        details.withLinks().stream().anyMatch(ResponseTypes::isExternalReference),
                        "There is no External Reference card"),
                smart ? Verdict.of(SMART_LAUNCH, List.of()) : Verdict.skip(SMART_LAUNCH),
                Verdict.passIf(
                        INSTRUCTIONS,
                        response.cards().stream().anyMatch(ResponseTypes::isInstructions),
                        "There is no Instructions card"));
    }

    private List<Verdict> coverageInformation(ServiceResponse response) {
        List<JsonNode> actions = CoverageInformationActions.among(hook, response.systemActions());
        return List.of(
                Verdict.passIf(
                        CoverageInformationActions.RECEIVED,
                        !actions.isEmpty(),
                        "Coverage Information system action was not returned"),
                actions.isEmpty()
                        ? Verdict.skip(CoverageInformationActions.VALID)
                        : Verdict.of(
                                CoverageInformationActions.VALID,
                                CoverageInformationActions.errors(actions, profiles)));
    }

    private List<Verdict> proposals(ServiceResponse response, CardDetails details) {
        Proposals proposals = new Proposals(profiles);
        List<JsonNode> cards = details.withSuggestions();
        List<JsonNode> actions = response.systemActions();
        List<Verdict> verdicts = new ArrayList<>();
        if (hook.equals("order-select") || hook.equals("order-sign")) {
            Set<String> drafts = new HashSet<>();
            exchanges.forEach(exchange ->
                    drafts.addAll(RequestContext.drafts(exchange.request().path("context"))));
            verdicts.add(
                    any(cards, ResponseTypes::isAlternateRequest)
                            ? Verdict.of(Proposals.ALTERNATE, proposals.alternateErrors(cards, drafts))
                            : Verdict.skip(Proposals.ALTERNATE));
            verdicts.add(
                    any(cards, ResponseTypes::isAdditionalOrders)
                            ? Verdict.of(Proposals.ADDITIONAL, proposals.additionalErrors(cards))
                            : Verdict.skip(Proposals.ADDITIONAL));
        }
        verdicts.add(
                any(cards, ResponseTypes::isFormCompletion)
                                || any(cards, ResponseTypes::endsTheFormTest)
                                || any(actions, ResponseTypes::asksForForm)
                        ? Verdict.of(Proposals.FORM, proposals.formErrors(cards, actions))
                        : Verdict.skip(Proposals.FORM));
        verdicts.add(
                any(cards, ResponseTypes::isCoverageChange) || any(actions, ResponseTypes::changesCoverage)
                        ? Verdict.of(Proposals.COVERAGE, proposals.coverageErrors(cards, actions))
                        : Verdict.skip(Proposals.COVERAGE));
        return verdicts;
    }

    private static boolean any(List<JsonNode> nodes, Predicate<JsonNode> test) {
        return nodes.stream().anyMatch(test);
    }
}
