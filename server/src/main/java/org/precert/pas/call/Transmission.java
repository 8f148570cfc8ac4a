package org.precert.pas.call;

/**
 * Who sent to whom, in the names of X12's envelopes (PAS 2.2.1, extension-TransmissionIdentifiers); each empty where absent.
 *
 * @param applicationSender GS02
 * @param applicationReceiver GS03
 * @param interchangeSender ISA06
 * @param interchangeReceiver ISA08
 */
public record Transmission(
        String applicationSender, String applicationReceiver, String interchangeSender, String interchangeReceiver) {

    /** Nothing was said. */
    public static final Transmission NONE = new Transmission("", "", "", "");
}
