package org.precert.desk;

/** What staff do, for tests of other things. */
public final class DeskText {

    private DeskText() {}

    /** The first line of a case, by its number. */
    public static void approve(int port, String number) {
        DeskCalls physician = DeskCalls.physician(port);
        int version = physician.show(number).json().path("version").asInt();
        physician
                .act(number, version, "{'action':'approve','line':1,'from':'2026-06-20','until':'2026-09-20'}")
                .is(200);
    }
}
