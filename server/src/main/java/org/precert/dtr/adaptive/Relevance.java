package org.precert.dtr.adaptive;

/** Which questions still matter to the policy. The same call must find the same answer here. */
@FunctionalInterface
public interface Relevance {

    Relevance OF_ALL = question -> true;

    /** @param question its linkId in the standard form */
    boolean matters(String question);
}
