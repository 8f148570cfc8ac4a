package org.precert.crash;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that clients set out to do, kept where no kill of the server reaches it. */
final class Journal {

    private final Queue<Deed> all = new ConcurrentLinkedQueue<>();
    private final Deque<Deed> open = new ConcurrentLinkedDeque<>();
    private final Deque<Deed> lately = new ConcurrentLinkedDeque<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** Written before it is sent. */
    Deed begin(Deed deed) {
        all.add(deed);
        return deed;
    }

    /** Nobody knows whether it was done. */
    void broken(Deed deed, String point) {
        deed.broken(point);
        open.add(deed);
    }

    void acknowledged(Deed deed, String answer) {
        deed.acknowledged(answer);
        lately.add(deed);
    }

    /** The next that has to be done again. */
    Deed takeOpen() {
        return open.poll();
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    /** What was acknowledged since this was last asked for. */
    List<Deed> takeLately() {
        List<Deed> taken = new ArrayList<>();
        for (Deed each = lately.poll(); each != null; each = lately.poll()) {
            taken.add(each);
        }
        return taken;
    }

    void wrong(String what) {
        wrong.add(what);
        System.out.println("WRONG " + what);
    }

    List<String> allWrong() {
        return List.copyOf(wrong);
    }

    List<Deed> all() {
        return List.copyOf(all);
    }
}
