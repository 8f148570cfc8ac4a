package org.precert.crd.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What the client wants to see, from {@code davinci-crd.configuration}. What it does not say, or says in another type, or
 * what is not known here, changes nothing. CRD 2.2, dev-6, dev-14 to dev-17.
 *
 * @param off codes of card types that are not wanted
 * @param mostCards how many cards are wanted at most
 */
public record Preferences(Set<String> off, int mostCards) {

    /** The code of the option that limits the number of cards. */
    public static final String MOST_CARDS = "max-cards";

    /** How many cards are shown where the client names no number. */
    public static final int USUAL_MOST = 10;

    public static final Preferences NONE = new Preferences(Set.of(), USUAL_MOST);

    public Preferences {
        off = Set.copyOf(off);
    }

    static Preferences of(JsonNode configuration) {
        Set<String> off = new HashSet<>();
        for (var option : configuration.properties()) {
            if (option.getValue().isBoolean() && !option.getValue().booleanValue()) {
                off.add(option.getKey());
            }
        }
        JsonNode most = configuration.path(MOST_CARDS);
        boolean usable = most.isIntegralNumber() && most.canConvertToInt() && most.intValue() >= 0;
        return new Preferences(off, usable ? most.intValue() : USUAL_MOST);
    }

    /** @param type a code of the guide's card types */
    public boolean wants(String type) {
        return !off.contains(type);
    }
}
