package org.precert.pas;

import java.util.Optional;
import org.precert.cases.Case;
import org.precert.cases.Submissions;
import org.precert.pas.answer.Found;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.RequestReader;

/** Reads a case's latest request again, for whoever answers anew. */
final class FoundCases {

    private final Submissions submissions;
    private final RequestReader reader;

    FoundCases(Submissions submissions, RequestReader reader) {
        this.submissions = submissions;
        this.reader = reader;
    }

    /** Empty while the request is not stored yet. */
    Optional<Found> of(Case state) {
        return submissions.sent(state.submission()).map(sent -> {
            // It was taken once, so it is not judged again.
            PasVersion version = PasVersion.of(sent.version()).orElseThrow();
            return new Found(state, reader.submission(sent.request().array(), version, true));
        });
    }
}
