package org.precert.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What providers sent in support of a case, beside the request itself: for people to read. */
public interface CaseDocuments {

    /**
     * One document.
     *
     * @param id by which it is found again in its case
     * @param attachment by which all is kept that came with it: {@link CaseEvent.DocumentsArrived#attachment}
     * @param control the attachment control number that it was sent under
     * @param loinc what it is said to be; may be empty
     * @param contentType as the provider says it, application/fhir+json for a resource: nothing that may be trusted
     * @param title may be empty
     * @param lines sequences of the lines that it is for; empty where it names none
     * @param content the document itself
     */
    record Document(
            String id,
            String attachment,
            Instant receivedAt,
            String control,
            String loinc,
            String contentType,
            String title,
            List<Integer> lines,
            Bytes content) {

        public Document {
            lines = List.copyOf(lines);
        }
    }

    /** First things first. */
    List<Document> of(String caseId);

    /** @param document the id of one */
    Optional<Document> find(String caseId, String document);
}
