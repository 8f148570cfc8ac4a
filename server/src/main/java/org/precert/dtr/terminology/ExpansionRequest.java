package org.precert.dtr.terminology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.dtr.call.SentParameter;
import org.precert.dtr.call.SentParameters;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Which value set is wanted, and what of it. */
record ExpansionRequest(String url, Selection selection) {

    private static final int LONGEST = 2000;

    /** The guide leaves them out, and the answer would be wrong without them: better none. */
    private static final Set<String> NOT_OFFERED = Set.of(
            "valueSet",
            "valueSetVersion",
            "context",
            "contextDirection",
            "date",
            "exclude-system",
            "system-version",
            "check-system-version",
            "force-system-version");

    /** @param path where it was sent, for errors */
    private record Sent(String text, String path) {}

    /** @throws InvalidRequest naming the parameter */
    static ExpansionRequest of(Map<String, List<String>> query) {
        return read(query.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(text -> new Sent(text, each.getKey()))
                                .toList())));
    }

    /** @throws InvalidRequest naming the parameter */
    static ExpansionRequest of(SentParameters parameters) {
        return read(parameters.all().stream()
                .collect(Collectors.groupingBy(
                        SentParameter::name,
                        Collectors.mapping(
                                each -> new Sent(each.text().orElse(""), each.path()), Collectors.toList()))));
    }

    private static ExpansionRequest read(Map<String, List<Sent>> sent) {
        sent.forEach((name, all) -> {
            if (NOT_OFFERED.contains(name)) {
                throw malformed(all.get(0).path(), "'" + name + "' is not offered here: ask by 'url', as of today");
            }
        });
        Sent url = one(sent, "url")
                .filter(each -> !each.text().isBlank())
                .orElseThrow(() -> malformed("url", "'url' is missing: it says which value set is wanted"));
        if (url.text().startsWith("#")) {
            throw malformed(url.path(), "A contained value set is not known here");
        }
        one(sent, "activeOnly").ifPresent(ExpansionRequest::checkBoolean);
        return new ExpansionRequest(
                url.text(),
                new Selection(
                        one(sent, "filter")
                                .map(Sent::text)
                                .filter(text -> !text.isBlank())
                                .map(TextFilter::new),
                        one(sent, "offset").map(ExpansionRequest::number),
                        one(sent, "count").map(ExpansionRequest::number)));
    }

    private static Optional<Sent> one(Map<String, List<Sent>> sent, String name) {
        List<Sent> all = sent.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw malformed(all.get(1).path(), "'" + name + "' is there twice");
        }
        all.stream().filter(each -> each.text().length() > LONGEST).forEach(each -> {
            throw malformed(each.path(), "'" + name + "' has more than " + LONGEST + " characters");
        });
        return all.stream().findFirst();
    }

    /** Whatever it says, only active codes are listed: the guide allows no others. */
    private static void checkBoolean(Sent sent) {
        if (!Set.of("true", "false").contains(sent.text())) {
            throw malformed(sent.path(), "This is neither true nor false");
        }
    }

    private static int number(Sent sent) {
        if (!sent.text().matches("\\d{1,9}")) {
            throw malformed(sent.path(), "This is not a number from 0 on");
        }
        return Integer.parseInt(sent.text());
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
