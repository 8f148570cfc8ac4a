package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.inferno.Example.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardDetailsTest {

    @Test
    void findsNothingWrongWithRightCards() {
        CardDetails details = details(answer -> {});
        assertThat(details.errors()).isEmpty();
        assertThat(details.withLinks()).hasSize(1);
        assertThat(details.withSuggestions()).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "an empty array of links",
                        "`links` should not be empty",
                        a -> object(a, "/cards/0").putArray("links")),
                fault(
                        "an empty array of suggestions",
                        "`suggestions` should not be empty",
                        a -> object(a, "/cards/0").putArray("suggestions")),
                fault(
                        "an empty detail",
                        "`detail` should not be empty",
                        a -> object(a, "/cards/0").put("detail", "")),
                fault(
                        "a number as uuid",
                        "not of type STRING",
                        a -> object(a, "/cards/0").put("uuid", 1)),
                fault(
                        "no selection behavior",
                        "`selectionBehavior`",
                        a -> object(a, "/cards/1").remove("selectionBehavior")),
                fault(
                        "another selection behavior",
                        "`selectionBehavior`",
                        a -> object(a, "/cards/1").put("selectionBehavior", "all")),
                fault(
                        "an override reason without display",
                        "`display`",
                        a -> object(a, "/cards/0/overrideReasons/0").remove("display")),
                fault(
                        "a link without label",
                        "`label`",
                        a -> object(a, "/cards/0/links/0").remove("label")),
                fault(
                        "a link of another type",
                        "`Link.type`",
                        a -> object(a, "/cards/0/links/0").put("type", "relative")),
                fault(
                        "a link to no web page",
                        "not of type URL",
                        a -> object(a, "/cards/0/links/0").put("url", "ftp://example.org")),
                fault(
                        "an app context where none belongs",
                        "`appContext`",
                        a -> object(a, "/cards/0/links/0").put("appContext", "x")),
                fault(
                        "a suggestion without label",
                        "`label`",
                        a -> object(a, "/cards/1/suggestions/0").remove("label")),
                fault(
                        "a suggestion without any action",
                        "not empty",
                        a -> object(a, "/cards/1/suggestions/0").putArray("actions")),
                fault(
                        "an action without description",
                        "`description`",
                        a -> object(a, "/cards/1/suggestions/0/actions/0").remove("description")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void finds(String what, String error, Consumer<ObjectNode> how) {
        CardDetails details = details(how);
        assertThat(details.errors()).anyMatch(said -> said.contains(error));
        assertThat(details.cards()).hasSize(1);
    }

    private static CardDetails details(Consumer<ObjectNode> how) {
        ObjectNode answer = Example.spoilt(Example.answer(), how);
        return CardDetails.of(Example.list(answer.path("cards")));
    }

    private static Arguments fault(String what, String error, Consumer<ObjectNode> how) {
        return Arguments.of(what, error, how);
    }
}
