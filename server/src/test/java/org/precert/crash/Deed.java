package org.precert.crash;

import java.util.Optional;
import org.precert.pas.PasStory.Message;

/** Something that a client set out to do, and what it was told; it is done again until it was told something. */
final class Deed {

    /** What it is. */
    enum Kind {
        REQUEST,
        CANCELLATION,
        FORM,
        DECISION
    }

    private final Kind kind;
    private final Message message;
    private final String sample;
    private final String number;
    private volatile String point;
    private volatile Optional<String> answer = Optional.empty();
    private volatile boolean shaken;

    /**
     * @param sample that the request is made of
     * @param number of the case; empty for a request, which opens one
     * @param point at which the server is to end that it is sent to
     */
    Deed(Kind kind, Message message, String sample, String number, String point) {
        this.kind = kind;
        this.message = message;
        this.sample = sample;
        this.number = number;
        this.point = point;
    }

    Kind kind() {
        return kind;
    }

    Message message() {
        return message;
    }

    String sample() {
        return sample;
    }

    String number() {
        return number;
    }

    /** At which the server ended while this was done; the last one, if it was not told anything for several lives. */
    String point() {
        return point;
    }

    /** The server was gone before it said anything. */
    void broken(String at) {
        point = at;
        shaken = true;
    }

    /** Whether it had to be done more than once. */
    boolean wasShaken() {
        return shaken;
    }

    Optional<String> answer() {
        return answer;
    }

    void acknowledged(String said) {
        answer = Optional.of(said);
    }
}
