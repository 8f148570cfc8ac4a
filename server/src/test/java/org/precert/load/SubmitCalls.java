package org.precert.load;

import java.util.List;
import org.precert.testing.PasSample;

/** Requests for prior authorization of two lines, of every payer in turn: each of its own, for a member of its own. */
final class SubmitCalls implements Calls {

    private static final String VERSION = "2.2.1";

    private final List<PasSample> samples = PasSample.OF_TWO_LINES.stream()
            .map(name -> PasSample.of(VERSION, name))
            .toList();

    @Override
    public String path() {
        return "/pas/" + VERSION + "/fhir/Claim/$submit";
    }

    @Override
    public String body(int number) {
        return samples.get(number % samples.size()).fresh();
    }

    /** It was decided or is pended, and is kept. */
    @Override
    public boolean tells(String answer) {
        return answer.contains("\"outcome\":\"complete\"")
                || answer.contains("\"outcome\":\"queued\"")
                || answer.contains("\"outcome\":\"partial\"");
    }
}
