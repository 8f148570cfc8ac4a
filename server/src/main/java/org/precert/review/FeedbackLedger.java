package org.precert.review;

import java.util.List;

/** Keeps what clinicians made of the cards that they were shown. */
public interface FeedbackLedger {

    /**
     * Stores each entry once, however often it is sent.
     *
     * @param door that the cards came from
     * @param client the id of the registered client; empty for anybody
     */
    void keep(String door, String client, List<Feedback> feedback);
}
