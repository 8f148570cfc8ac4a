package org.precert.dtr.adaptive;

import java.util.regex.Pattern;

/**
 * Why an answer, or a form, is not taken, said to people without quoting an answer: it may go into a log.
 *
 * @param linkId of the item; empty where it has none, or one that looks like words of a person
 */
public record Problem(String linkId, String message) {

    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

    static final Problem MORE = new Problem("", "There are more problems than are told here");

    public Problem {
        linkId = TELLABLE.matcher(linkId).matches() ? linkId : "";
    }
}
