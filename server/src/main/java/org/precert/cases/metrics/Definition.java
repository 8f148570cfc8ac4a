package org.precert.cases.metrics;

import java.util.List;

/**
 * What has to be known to read the figures.
 *
 * @param term what is explained
 */
record Definition(String term, String words) {

    static List<Definition> all(SmallCells cells) {
        return List.of(
                new Definition(
                        "request",
                        "One prior authorization request with all its lines counts once. Where lines were decided differently, the request"
                                + " is denied if any line was denied, and approved otherwise: nobody who was refused something is counted as approved."),
                new Definition(
                        "services and drugs",
                        "The law's metrics leave drugs out. A request for a service and a drug counts by its service lines here, and by its"
                                + " drug lines among the drugs."),
                new Definition(
                        "year",
                        "A request counts in the calendar year in which it was first decided, and an appeal in the year in which the appeal"
                                + " was decided, by the payer's time zone. So each counts once, and a year that is over does not change any more."),
                new Definition(
                        "standard and expedited",
                        "As the request stood when it was decided. Times of standard requests are in days, those of expedited ones in hours."),
                new Definition(
                        "not counted",
                        "Requests that need no authorization, that were withdrawn before a decision, or that are not decided yet are in no"
                                + " percentage; their numbers are given."),
                new Definition(
                        "what requires prior authorization",
                        "Told in the words of the policies in force in the year; the policies themselves list the codes. The list is the same"
                                + " for services and for drugs, for a policy speaks of a drug and of giving it."),
                new Definition("small numbers", small(cells)));
    }

    private static String small(SmallCells cells) {
        return cells.smallest() == 0
                ? "Every number is shown, however small."
                : "Counts from 1 to " + (cells.smallest() - 1) + " are shown as 'fewer than " + cells.smallest()
                        + "'. Numbers that would tell such a count are withheld.";
    }
}
