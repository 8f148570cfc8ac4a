package org.precert.clients;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a system may do with the resources of a type, as SMART App Launch 2.2 writes it ({@code system/Claim.crs}) or 1.0 did
 * ({@code system/Claim.write}). Scopes for a patient or a user, and those with a query, mean nothing here.
 *
 * @param type of resources, or a star for all
 */
public record Scope(String type, Set<Act> acts) {

    /** In the order in which the letters of a scope must come. */
    public enum Act {
        CREATE,
        READ,
        UPDATE,
        DELETE,
        SEARCH;

        private String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }

    private static final String EVERY = "*";
    private static final Pattern SHAPE =
            Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,63})\\.(read|write|\\*|(?=.)c?r?u?d?s?)");

    public Scope {
        acts = Set.copyOf(acts);
    }

    /** @return nothing for what is no scope of a system */
    public static Optional<Scope> of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? Optional.of(new Scope(matcher.group(1), acts(matcher.group(2)))) : Optional.empty();
    }

    private static Set<Act> acts(String said) {
        return switch (said) {
            case "read" -> EnumSet.of(Act.READ, Act.SEARCH);
            case "write" -> EnumSet.of(Act.CREATE, Act.UPDATE, Act.DELETE);
            case EVERY -> EnumSet.allOf(Act.class);
            default ->
                Arrays.stream(Act.values())
                        .filter(act -> said.contains(act.letter()))
                        .collect(Collectors.toSet());
        };
    }

    /** What both of them allow, if there is anything. */
    Optional<Scope> and(Scope other) {
        if (!type.equals(other.type) && !type.equals(EVERY) && !other.type.equals(EVERY)) {
            return Optional.empty();
        }
        Set<Act> both = acts.stream().filter(other.acts::contains).collect(Collectors.toSet());
        return both.isEmpty() ? Optional.empty() : Optional.of(new Scope(type.equals(EVERY) ? other.type : type, both));
    }

    boolean allows(String resource, Act act) {
        return (type.equals(EVERY) || type.equals(resource)) && acts.contains(act);
    }

    /** As the second version of SMART writes it. */
    public String text() {
        return Arrays.stream(Act.values())
                .filter(acts::contains)
                .map(Act::letter)
                .collect(Collectors.joining("", "system/" + type + ".", ""));
    }
}
