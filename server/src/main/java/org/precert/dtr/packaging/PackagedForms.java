package org.precert.dtr.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.precert.dtr.terminology.ExpandedValueSets;
import org.precert.evaluation.FormLibrary;
import org.precert.forms.Flavour;
import org.precert.forms.Form;
import org.precert.forms.LibraryWriter;
import org.precert.forms.QuestionnaireWriter;

/**
 * Everything of a package but the response: the same for every patient, so it is written once and kept as the bytes that
 * are sent, each resource once whatever the forms that need it. Value sets are expanded as of today, so all is written anew
 * on another day.
 */
public final class PackagedForms {

    private final ObjectMapper json;
    private final String base;
    private final QuestionnaireWriter questionnaires;
    private final LibraryWriter libraries;
    private final ExpandedValueSets valueSets;
    private final Clock clock;
    private volatile Day day;

    /** @param base of the FHIR server, as clients reach it */
    public PackagedForms(ObjectMapper json, String base, ExpandedValueSets valueSets, Clock clock) {
        this.json = json;
        this.base = base;
        this.valueSets = valueSets;
        this.clock = clock;
        this.questionnaires = new QuestionnaireWriter(json, base);
        this.libraries = new LibraryWriter(json, base, valueSets::version);
        this.day = new Day(LocalDate.now(clock));
    }

    /** What was written on a day: whole packages, and the resources in them. */
    private record Day(LocalDate date, Map<String, Packaged> forms, Map<String, Optional<Entry>> entries) {
        Day(LocalDate date) {
            this(date, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /**
     * @param questionnaire the first entry of the bundle
     * @param others libraries and value sets, after the response
     * @param missing canonicals that could not be found
     */
    public record Packaged(Entry questionnaire, List<Entry> others, List<String> missing) {

        public Packaged {
            others = List.copyOf(others);
            missing = List.copyOf(missing);
        }
    }

    /** A resource as the bytes that are sent, and where it can be read. */
    public record Entry(String fullUrl, RawValue resource) {}

    public QuestionnaireWriter questionnaires() {
        return questionnaires;
    }

    public Packaged of(Form form, Flavour flavour) {
        Day today = today();
        return today.forms().computeIfAbsent(form.canonical() + " " + flavour, any -> write(form, flavour, today));
    }

    private Day today() {
        LocalDate date = LocalDate.now(clock);
        Day known = day;
        if (!known.date().equals(date)) {
            known = new Day(date);
            day = known;
        }
        return known;
    }

    /** Each library of a form as a resource of its own. */
    public List<ObjectNode> libraries(Form form, Flavour flavour) {
        return form.libraries().stream()
                .map(library -> libraries.write(library, form.libraries(), flavour))
                .toList();
    }

    /** What is sent of a form, without the day on which it is. */
    public String content(Form form, Flavour flavour) {
        StringBuilder content =
                new StringBuilder(questionnaires.write(form, flavour).toString());
        libraries(form, flavour).forEach(content::append);
        asked(form)
                .forEach(canonical -> valueSets
                        .find(canonical)
                        .ifPresent(set -> content.append(set.path("compose")).append(set.at("/expansion/contains"))));
        return content.toString();
    }

    private static Set<String> asked(Form form) {
        Set<String> asked = new TreeSet<>(form.answerValueSets());
        form.libraries().forEach(library -> asked.addAll(library.valueSets()));
        return asked;
    }

    private Packaged write(Form form, Flavour flavour, Day today) {
        List<Entry> others = new ArrayList<>();
        for (FormLibrary library : form.libraries()) {
            String path = "/Library/" + LibraryWriter.id(library.name());
            today.entries()
                    .computeIfAbsent(
                            path + " " + flavour,
                            any -> Optional.of(entry(path, libraries.write(library, form.libraries(), flavour))))
                    .ifPresent(others::add);
        }
        List<String> missing = new ArrayList<>();
        for (String canonical : asked(form)) {
            today.entries()
                    .computeIfAbsent(canonical, any -> valueSet(canonical))
                    .ifPresentOrElse(others::add, () -> missing.add(canonical));
        }
        return new Packaged(entry("/Questionnaire/" + form.id(), questionnaires.write(form, flavour)), others, missing);
    }

    private Optional<Entry> valueSet(String canonical) {
        return valueSets
                .find(canonical)
                .map(set -> entry("/ValueSet/" + set.path("id").asText(), set));
    }

    private Entry entry(String path, ObjectNode resource) {
        try {
            return new Entry(base + path, new RawValue(new SerializedString(json.writeValueAsString(resource))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }
}
