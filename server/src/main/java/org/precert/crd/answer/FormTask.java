package org.precert.crd.answer;

import java.time.LocalDate;
import org.precert.coverage.Documents;

/**
 * A task to complete a form, for clients that can not do it by DTR.
 *
 * @param canonical of the form, with its version
 * @param order Type/id of what it is for
 * @param patient the bare id
 * @param payer the name of who asks
 * @param why a sentence
 */
public record FormTask(
        String canonical,
        String order,
        String patient,
        String payer,
        Documents.Purpose purpose,
        String why,
        LocalDate date) {}
