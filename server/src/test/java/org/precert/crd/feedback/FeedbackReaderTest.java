package org.precert.crd.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.review.Feedback;
import org.precert.review.Feedback.Outcome;
import org.precert.review.Feedback.Reason;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Both spellings of feedback come to the same, and what is neither is refused with its place. */
class FeedbackReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIME = "'outcomeTimestamp':'2026-06-10T11:59:00.000Z'";

    @Test
    void readsWhatTheStandardHas() {
        Feedback read = one("{'feedback':[{'card':'c1','outcome':'overridden'," + TIME
                + ",'overrideReason':{'reason':{'code':'too-costly','system':'http://s','display':'Too costly'},"
                + "'userComment':'Not for this one.'}}]}");
        assertThat(read.outcome()).isEqualTo(Outcome.OVERRIDDEN);
        assertThat(read.reason()).contains(new Reason("http://s", "too-costly", "Too costly"));
        assertThat(read.comment()).contains("Not for this one.");
        assertThat(read.at()).isEqualTo(Instant.parse("2026-06-10T11:59:00Z"));
    }

    @Test
    void readsTheReasonAsTheDraftsHadIt() {
        Feedback read = one("{'feedback':[{'card':'c1','outcome':'overridden'," + TIME
                + ",'overrideReason':{'code':'too-costly','system':'http://s','userComment':'No.'}}]}");
        assertThat(read.reason()).contains(new Reason("http://s", "too-costly", ""));
        assertThat(read.comment()).contains("No.");
    }

    @Test
    void readsOneEntryThatIsInNoList() {
        assertThat(read("{'feedback':{'card':'c1','outcome':'accepted'," + TIME + "}}"))
                .hasSize(1);
    }

    @Test
    void readsWhatWasTakenOver() {
        Feedback read = one("{'feedback':[{'card':'c1','outcome':'accepted'," + TIME
                + ",'acceptedSuggestions':[{'id':'s1'},{'id':'s2'}]}]}");
        assertThat(read.suggestions()).containsExactly("s1", "s2");
        assertThat(read.reason()).isEqualTo(Optional.empty());
    }

    @Test
    void readsACommentWithoutAReason() {
        Feedback read = one("{'feedback':[{'card':'c1','outcome':'overridden'," + TIME
                + ",'overrideReason':{'userComment':'Because.'}}]}");
        assertThat(read.reason()).isEqualTo(Optional.empty());
        assertThat(read.comment()).contains("Because.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-10T11:59:00Z", "2026-06-10T13:59:00+02:00", "2026-06-10T11:59:00"})
    void readsTimesWithAndWithoutAZone(String time) {
        assertThat(one("{'feedback':[{'card':'c1','outcome':'accepted','outcomeTimestamp':'" + time + "'}]}")
                        .at())
                .isEqualTo(Instant.parse("2026-06-10T11:59:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|feedback",
                "{'feedback':7}|feedback",
                "{'feedback':[7]}|feedback[0]",
                "{'feedback':[{'outcome':'accepted',T}]}|feedback[0].card",
                "{'feedback':[{'card':' ','outcome':'accepted',T}]}|feedback[0].card",
                "{'feedback':[{'card':'c','outcome':'ignored',T}]}|feedback[0].outcome",
                "{'feedback':[{'card':'c','outcome':'accepted'}]}|feedback[0].outcomeTimestamp",
                "{'feedback':[{'card':'c','outcome':'accepted','outcomeTimestamp':'today'}]}"
                        + "|feedback[0].outcomeTimestamp",
                "{'feedback':[{'card':'c','outcome':'accepted','outcomeTimestamp':'+99999-01-01T00:00:00Z'}]}"
                        + "|feedback[0].outcomeTimestamp",
                "{'feedback':[{'card':'c','outcome':'accepted',T,'acceptedSuggestions':[{}]}]}"
                        + "|feedback[0].acceptedSuggestions[0].id",
                "{'feedback':[{'card':'c','outcome':'accepted',T,'acceptedSuggestions':'s'}]}"
                        + "|feedback[0].acceptedSuggestions",
                "{'feedback':[{'card':'c','outcome':'overridden',T,'overrideReason':'x'}]}"
                        + "|feedback[0].overrideReason",
                "{'feedback':[{'card':'c','outcome':'overridden',T,'overrideReason':{'reason':{}}}]}"
                        + "|feedback[0].overrideReason.reason.code",
                "{'feedback':[{'card':'c','outcome':'overridden',T,'overrideReason':{'userComment':7}}]}"
                        + "|feedback[0].overrideReason.userComment"
            })
    void namesThePlaceOfWhatIsWrong(String body, String path) {
        assertThatThrownBy(() -> read(body.replace("T}", TIME + "}").replace(",T,", "," + TIME + ",")))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.MALFORMED);
                    assertThat(e.path()).isEqualTo(path);
                });
    }

    @Test
    void takesNoMoreThanAHundredEntries() {
        String entry = "{'card':'c','outcome':'accepted'," + TIME + "}";
        assertThat(read("{'feedback':[" + String.join(",", Collections.nCopies(100, entry)) + "]}"))
                .hasSize(100);
        assertThatThrownBy(() -> read("{'feedback':[" + String.join(",", Collections.nCopies(101, entry)) + "]}"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    private static Feedback one(String body) {
        return read(body).get(0);
    }

    private static List<Feedback> read(String body) {
        try {
            return FeedbackReader.read((ObjectNode) JSON.readTree(body.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
