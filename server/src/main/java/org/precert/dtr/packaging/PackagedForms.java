package org.precert.dtr.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Everything of a package but the response: the same for every patient, so it is written once a flavour and kept as text.
 * Value sets are expanded as of the day on which they were first asked for; no code here has a date, so none is older than
 * the start.
 */
public final class PackagedForms {

    private final ObjectMapper json;
    private final String base;
    private final QuestionnaireWriter questionnaires;
    private final LibraryWriter libraries;
    private final ExpandedValueSets valueSets;
    private final Map<String, Packaged> written = new ConcurrentHashMap<>();

    /** @param base of the FHIR server, as clients reach it */
    public PackagedForms(ObjectMapper json, String base, ExpandedValueSets valueSets) {
        this.json = json;
        this.base = base;
        this.valueSets = valueSets;
        this.questionnaires = new QuestionnaireWriter(json, base);
        this.libraries = new LibraryWriter(json, base, this::version);
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
        return written.computeIfAbsent(
                form.canonical() + " " + flavour.version() + " " + flavour.pinned(), any -> write(form, flavour));
    }

    /** Each library of a form as a resource of its own. */
    public List<ObjectNode> libraries(Form form, Flavour flavour) {
        return form.libraries().stream()
                .map(library -> libraries.write(library, form.libraries(), flavour))
                .toList();
    }

    private Packaged write(Form form, Flavour flavour) {
        List<Entry> others = new ArrayList<>();
        for (FormLibrary library : form.libraries()) {
            others.add(entry(
                    "/Library/" + LibraryWriter.id(library.name()),
                    libraries.write(library, form.libraries(), flavour)));
        }
        Set<String> asked = new TreeSet<>(form.answerValueSets());
        form.libraries().forEach(library -> asked.addAll(library.valueSets()));
        List<String> missing = new ArrayList<>();
        for (String canonical : asked) {
            valueSets
                    .find(canonical)
                    .ifPresentOrElse(
                            set -> others.add(
                                    entry("/ValueSet/" + set.path("id").asText(), set)),
                            () -> missing.add(canonical));
        }
        return new Packaged(entry("/Questionnaire/" + form.id(), questionnaires.write(form, flavour)), others, missing);
    }

    private String version(String canonical) {
        return valueSets
                .find(canonical)
                .map(set -> set.path("version").asText())
                .orElse("");
    }

    private Entry entry(String path, ObjectNode resource) {
        try {
            return new Entry(base + path, new RawValue(new SerializedString(json.writeValueAsString(resource))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }
}
