package org.precert.engines;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way again for the same seed. */
final class Dice {

    /** How far back a library looks, and the days around it. */
    private static final List<Integer> EDGES = List.of(-1, 0, 1, 89, 90, 91, 364, 365, 366);

    private final Random random;
    private final boolean careful;

    Dice(long seed) {
        this.random = new Random(seed);
        this.careful = chance(60);
    }

    /** Whether everything is well recorded in this chart. */
    boolean isCareful() {
        return careful;
    }

    /** Something that does not happen in a chart that is well recorded. */
    boolean slip(int percent) {
        return !careful && chance(percent);
    }

    /** The first, in a chart that is well recorded; in another as likely as all others together. */
    @SafeVarargs
    final <T> T mostly(T usual, T... others) {
        return slip(50) ? of(others) : usual;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both bounds count. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T of(T... several) {
        return several[random.nextInt(several.length)];
    }

    <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** As FHIR writes a date or a time, more or less exactly; mostly one that counts. */
    String dateTime(LocalDate asOf) {
        LocalDate day = asOf.minusDays(slip(30) ? of(EDGES) : between(0, slip(20) ? 800 : 60));
        return switch (between(0, 9)) {
            case 0 -> day + "T23:30:00-05:00";
            case 1 -> day + "T00:30:00+10:00";
            case 2 -> day + "T12:00:00Z";
            default -> slip(20) ? day.toString().substring(0, chance(70) ? 7 : 4) : day.toString();
        };
    }
}
