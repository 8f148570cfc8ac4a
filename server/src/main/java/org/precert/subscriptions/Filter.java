package org.precert.subscriptions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * One filter: requests of any of these organizations. The guide spells its name in three ways, in the narrative, the topic
 * and the examples: org-identifier, orgIdentifier, identifier; all of them are taken, behind a type as well
 * ({@code ClaimResponse?org-identifier=}).
 *
 * @param values bare, or as system|value; a comma is an or
 */
record Filter(Set<String> values) {

    private static final Set<String> NAMES = Set.of("org-identifier", "orgidentifier", "identifier");
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 200;

    Filter {
        values = Set.copyOf(values);
    }

    /**
     * @param text as in {@code org-identifier=a,b}, without an ampersand
     * @param path where it stands
     * @throws InvalidRequest for any other
     */
    static Filter of(String text, String path) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String parameter = name.substring(name.indexOf('?') + 1).strip().toLowerCase(Locale.ROOT);
        if (!NAMES.contains(parameter)
                || !name.substring(0, name.indexOf('?') + 1).matches("([A-Za-z]{1,64}\\?)?")) {
            throw refused(path, "The topic can be filtered by org-identifier alone, as in org-identifier=1234567893");
        }
        Set<String> values = Arrays.stream(text.substring(equals + 1).split(","))
                .map(each -> decoded(each.strip(), path))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (equals < 0 || values.isEmpty()) {
            throw refused(path, "The filter names no organization");
        }
        if (values.size() > MOST_VALUES
                || values.stream().anyMatch(each -> each.length() > LONGEST_VALUE || each.endsWith("|"))) {
            throw refused(path, "The filter has more than 100 values, or one that is no identifier");
        }
        return new Filter(values);
    }

    /** @param organizations of the requesting side of a case, as bare values and as system|value */
    boolean matches(Set<String> organizations, Owner owner) {
        return values.stream().flatMap(each -> owner.entitled(each).stream()).anyMatch(organizations::contains);
    }

    /** Whether the owner acts for all of them. */
    boolean isFor(Owner owner) {
        return values.stream().noneMatch(each -> owner.entitled(each).isEmpty());
    }

    private static String decoded(String value, String path) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused(path, "The filter has a percent sign that begins no character");
        }
    }

    private static InvalidRequest refused(String path, String why) {
        return new InvalidRequest(Kind.NOT_CONFORMANT, path, why);
    }
}
