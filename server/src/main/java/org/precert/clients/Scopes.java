package org.precert.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.precert.clients.Scope.Act;

/**
 * All that a client, or one of its access tokens, is allowed.
 *
 * @param all one for each type of resources
 */
public record Scopes(List<Scope> all) {

    public static final Scopes NONE = new Scopes(List.of());

    public Scopes {
        all = List.copyOf(all);
    }

    public static Scopes of(Collection<Scope> scopes) {
        Map<String, Set<Act>> byType = new TreeMap<>();
        scopes.forEach(scope -> byType.computeIfAbsent(scope.type(), type -> EnumSet.noneOf(Act.class))
                .addAll(scope.acts()));
        return new Scopes(byType.entrySet().stream()
                .map(each -> new Scope(each.getKey(), each.getValue()))
                .toList());
    }

    /** Reads what a client asks for, separated by spaces; what is no scope of a system is passed over: RFC 6749, 3.3. */
    public static Scopes asked(String text) {
        return of(Arrays.stream(text.split(" "))
                .map(Scope::of)
                .flatMap(Optional::stream)
                .toList());
    }

    /** What both of them allow. */
    public Scopes and(Scopes other) {
        List<Scope> both = new ArrayList<>();
        for (Scope one : all) {
            other.all.forEach(each -> one.and(each).ifPresent(both::add));
        }
        return of(both);
    }

    public boolean allows(String resource, Act act) {
        return all.stream().anyMatch(scope -> scope.allows(resource, act));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** As the second version of SMART writes them. */
    public String text() {
        return all.stream().map(Scope::text).collect(Collectors.joining(" "));
    }
}
