package org.precert.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the payer asks the provider for.
 *
 * @param control the attachment control number: by it what arrives is matched
 * @param line its sequence
 * @param loinc what is asked for; 102089-0 is a questionnaire
 * @param form canonical of the questionnaire; may be empty
 * @param context by which DTR gives the form: the review's assertion id; may be empty
 * @param words what is needed and why, for people
 * @param modifier how far back, or which of several, as a code of LOINC; may be empty, as it is in what was kept before there was one
 * @param receivedAt when it was there
 */
public record DocumentAsk(
        String control,
        int line,
        String loinc,
        String form,
        String context,
        String words,
        String modifier,
        Instant askedAt,
        Optional<Instant> receivedAt) {

    /** Any questionnaire: PAS 2.2.1, ainfo-3. */
    public static final String QUESTIONNAIRE = "102089-0";

    @JsonCreator
    public DocumentAsk(
            String control,
            int line,
            String loinc,
            String form,
            String context,
            String words,
            @Nullable String modifier,
            Instant askedAt,
            Optional<Instant> receivedAt) {
        this.control = control;
        this.line = line;
        this.loinc = loinc;
        this.form = form;
        this.context = context;
        this.words = words;
        this.modifier = modifier == null ? "" : modifier;
        this.askedAt = askedAt;
        this.receivedAt = receivedAt;
    }

    /** Without a modifier. */
    public DocumentAsk(
            String control,
            int line,
            String loinc,
            String form,
            String context,
            String words,
            Instant askedAt,
            Optional<Instant> receivedAt) {
        this(control, line, loinc, form, context, words, "", askedAt, receivedAt);
    }

    DocumentAsk received(Instant at) {
        return new DocumentAsk(control, line, loinc, form, context, words, modifier, askedAt, Optional.of(at));
    }
}
