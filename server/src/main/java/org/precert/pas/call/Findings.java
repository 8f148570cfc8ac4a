package org.precert.pas.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** What the checks found, in their order; a lenient door forgives all that can still be understood. */
final class Findings {

    /** Nobody reads more of them, and every one is kept with the request. */
    private static final int MOST_WARNINGS = 100;

    private final boolean lenient;
    private final List<Warning> warnings = new ArrayList<>();
    private Optional<Warning> first = Optional.empty();
    private int errors;

    Findings(boolean lenient) {
        this.lenient = lenient;
    }

    boolean lenient() {
        return lenient;
    }

    /** Can not be processed, however lenient the door is. */
    void refuse(String path, String words) {
        first = first.or(() -> Optional.of(new Warning(path, words)));
        errors++;
    }

    void refuse(Spot spot, String words) {
        refuse(spot.path(), words);
    }

    /** Against the guide; a lenient door goes on. */
    void wrong(String path, String words) {
        if (lenient) {
            note(path, words);
        } else {
            refuse(path, words);
        }
    }

    void wrong(Spot spot, String words) {
        wrong(spot.path(), words);
    }

    /** Worth telling, and no reason to refuse. */
    void note(String path, String words) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Warning(path, words));
        }
    }

    void note(Spot spot, String words) {
        note(spot.path(), words);
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws InvalidRequest with the first error, and how many more there are: the guide wants one OperationOutcome */
    void settle() {
        first.ifPresent(error -> {
            String words = errors == 1 ? error.words() : error.words() + " (and " + (errors - 1) + " more)";
            throw new InvalidRequest(Kind.MALFORMED, error.path(), words);
        });
    }
}
