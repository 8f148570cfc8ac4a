package org.precert.inferno.dtr;

import java.util.HashSet;
import java.util.Set;

/** What the kit's tests hand on to each other. */
final class Scratch {

    private final Set<String> libraryNames = new HashSet<>();
    private final Set<String> libraryUrls = new HashSet<>();
    private final Set<String> referencedLibraries = new HashSet<>();

    Set<String> libraryNames() {
        return libraryNames;
    }

    Set<String> libraryUrls() {
        return libraryUrls;
    }

    /** The values of {@code cqf-library}. */
    Set<String> referencedLibraries() {
        return referencedLibraries;
    }

    /**
     * The kit means to see whether an expression begins with the name of a library, but looks only where it knows of no
     * library, and finds every expression wrong then.
     */
    boolean takesExpressionsForMisformatted() {
        return libraryNames.stream().allMatch(String::isEmpty);
    }

    void reset() {
        libraryNames.clear();
        libraryUrls.clear();
        referencedLibraries.clear();
    }
}
