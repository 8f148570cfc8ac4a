package org.precert.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that the payer asks the provider for.
 *
 * @param control the attachment control number: by it what arrives is matched
 * @param line its sequence
 * @param loinc what is asked for; 102089-0 is a questionnaire
 * @param form canonical of the questionnaire; may be empty
 * @param context by which DTR gives the form: the review's assertion id; may be empty
 * @param words what is needed and why, for people
 * @param receivedAt when it was there
 */
public record DocumentAsk(
        String control,
        int line,
        String loinc,
        String form,
        String context,
        String words,
        Instant askedAt,
        Optional<Instant> receivedAt) {

    /** Any questionnaire: PAS 2.2.1, ainfo-3. */
    public static final String QUESTIONNAIRE = "102089-0";

    DocumentAsk received(Instant at) {
        return new DocumentAsk(control, line, loinc, form, context, words, askedAt, Optional.of(at));
    }
}
