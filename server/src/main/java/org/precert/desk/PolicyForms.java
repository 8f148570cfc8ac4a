package org.precert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.precert.cases.Basis;
import org.precert.forms.Form;
import org.precert.forms.FormBook;
import org.precert.review.KeptReview;
import org.precert.review.KeptReviews;

/** Which form a policy asks with, and what its questions are. */
record PolicyForms(FormBook book, KeptReviews reviews) {

    /** The canonical of the form that the review asked for, or else of one that its policy has. */
    Optional<String> canonical(Basis basis) {
        return reviews.find(basis.assertionId())
                .map(KeptReview::questionnaire)
                .filter(each -> !each.isEmpty())
                .or(() -> book.all().stream()
                        .filter(form -> !form.adaptive() && form.policy().name().equals(basis.policy()))
                        .map(Form::canonical)
                        .findFirst());
    }

    /** The text of each question, by linkId; none for a form that is not ours. */
    Map<String, String> questions(String canonical) {
        Map<String, String> questions = new LinkedHashMap<>();
        book.find(canonical).ifPresent(form -> Form.each(form.authored(), item -> add(questions, item)));
        return questions;
    }

    private static void add(Map<String, String> questions, ObjectNode item) {
        questions.put(item.path("linkId").asText(), item.path("text").asText());
    }
}
