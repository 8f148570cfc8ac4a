package org.precert.signin;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the provider says of a person. Claims are found by their name, or by a path of names, as in realm_access.roles. */
record Claims(Map<String, Object> all) {

    /** The text of a claim; empty where it is not there or no text. */
    String text(String name) {
        return find(name) instanceof String text ? text.strip() : "";
    }

    /** The texts of a claim that is a list, or the one that is none. Nothing is split: a value may have blanks. */
    Set<String> texts(String name) {
        Object found = find(name);
        if (found instanceof Collection<?> values) {
            return values.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return found instanceof String text && !text.isBlank() ? Set.of(text) : Set.of();
    }

    /** A name may have dots itself: some providers want names that are URLs. */
    private @Nullable Object find(String name) {
        if (name.isEmpty() || all.containsKey(name)) {
            return all.get(name);
        }
        Object here = all;
        for (String step : name.split("\\.", -1)) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
            if (Objects.isNull(here)) {
                return null;
            }
        }
        return here;
    }
}
