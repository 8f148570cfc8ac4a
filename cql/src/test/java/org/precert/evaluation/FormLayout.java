package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a form is put together as a whole. */
record FormLayout(JsonNode form) {

    /** What a question rests on that no statement decides, but that supports a request. */
    static final String CONSIDERATION = "individual-consideration";

    private static final String DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/";
    private static final Set<String> TIMES = Set.of("under-1min", "under-3min", "under-5min", "over-5min");

    /** What is not there of what a form has to say of itself, and what is there of what the server adds. */
    List<String> root() {
        List<String> breaches = new ArrayList<>();
        Stream.of("title", "description", "publisher", "date", "name")
                .filter(each -> form.path(each).asText().isBlank())
                .forEach(each -> breaches.add("no " + each));
        Stream.of("url", "version", "text", "effectivePeriod", "meta", "contained")
                .filter(form::has)
                .forEach(each -> breaches.add(each + " is the server's"));
        if (!form.path("status").asText().equals("active")
                || !form.path("subjectType").toString().equals("[\"Patient\"]")) {
            breaches.add("not active, or of another than a patient");
        }
        if (!Set.of("clinical", "admin").contains(audience())) {
            breaches.add("no audience");
        }
        if (!TIMES.contains(time("totalTime")) || isClinical() != TIMES.contains(time("clinicalTime"))) {
            breaches.add("times do not go with the audience");
        }
        if (!extension("request-specific").map(each -> each.has("valueBoolean")).orElse(false)) {
            breaches.add("does not say whether it is for one request alone");
        }
        return breaches;
    }

    /** Clinical people go first and are told when they are through; nothing is asked that could be left unknown. */
    List<String> order() {
        List<String> breaches = new ArrayList<>();
        if (!isClinical()) {
            return breaches;
        }
        List<FormItem> top =
                FormItem.of(form).stream().filter(item -> item.level() == 1).toList();
        List<String> names = top.stream().map(FormItem::linkId).toList();
        if (names.size() < 3
                || !names.get(0).equals("order")
                || !names.subList(names.size() - 2, names.size())
                        .equals(List.of("clinical-complete", "administrative"))) {
            breaches.add("not order, clinical groups, clinical-complete, administrative");
        }
        top.stream()
                .filter(item ->
                        !Set.of("order", "clinical-complete", "administrative").contains(item.linkId()))
                .filter(item -> !item.type().equals("group")
                        || !item.json().at("/item/0/type").asText().equals("display"))
                .forEach(item -> breaches.add(item + ": no group with a display first"));
        FormItem.of(form).stream()
                .filter(item -> item.json().has("required"))
                .forEach(item -> breaches.add(item + ": required"));
        return breaches;
    }

    /** Questions that rest on nothing, or on what the policy does not have. */
    List<String> unfounded(List<String> labels) {
        return FormItem.of(form).stream()
                .filter(FormItem::isQuestion)
                .filter(item ->
                        item.basis().isEmpty() || !item.basis().stream().allMatch(basis -> isFounded(basis, labels)))
                .map(FormItem::linkId)
                .toList();
    }

    private static boolean isFounded(JsonNode basis, List<String> labels) {
        String statement = FormItem.part(basis, "statement");
        return (labels.contains(statement) || statement.equals(CONSIDERATION))
                && !FormItem.part(basis, "locator").isBlank();
    }

    /** What supports a request for individual consideration is asked of those alone who make one. */
    List<String> asked() {
        return FormItem.of(form).stream()
                .filter(item -> item.level() == 1 && item.type().equals("group"))
                .filter(item -> !Set.of("consideration", "administrative").contains(item.linkId()))
                .filter(item -> item.basis().stream()
                        .anyMatch(basis -> FormItem.part(basis, "statement").equals(CONSIDERATION)))
                .filter(item -> item.conditions()
                        .noneMatch(
                                condition -> condition.path("question").asText().equals(CONSIDERATION)))
                .map(FormItem::linkId)
                .toList();
    }

    /** Items whose words are the document's, seven or more on end: documents stay with their publishers. */
    List<String> copied(String document) {
        Set<String> said = runs(document);
        return FormItem.of(form).stream()
                .filter(item -> runs(item.json().path("text").asText()).stream().anyMatch(said::contains))
                .map(FormItem::linkId)
                .toList();
    }

    private static Set<String> runs(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return IntStream.rangeClosed(0, words.size() - 7)
                .mapToObj(i -> String.join(" ", words.subList(i, i + 7)))
                .collect(Collectors.toSet());
    }

    private boolean isClinical() {
        return audience().equals("clinical");
    }

    private String audience() {
        return extension("questionnaireAudience")
                .map(each -> each.path("valueCode").asText())
                .orElse("");
    }

    private String time(String part) {
        return extension("estimated-completion-time").stream()
                .flatMap(each -> FormItem.list(each.path("extension")))
                .filter(each -> each.path("url").asText().equals(part))
                .map(each -> each.path("valueCode").asText())
                .findFirst()
                .orElse("");
    }

    private Optional<JsonNode> extension(String name) {
        return FormItem.list(form.path("extension"))
                .filter(each -> each.path("url").asText().equals(DTR + name))
                .findFirst();
    }
}
