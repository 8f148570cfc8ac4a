package org.precert.forms;

import org.precert.coverage.GuideVersion;

/**
 * How forms are written for a client.
 *
 * @param version of DTR
 * @param pinned whether canonicals carry their version, as the guide demands; Inferno's suite and the guide's SMART app
 *     compare them as text with one that has none
 */
public record Flavour(GuideVersion version, boolean pinned) {

    /** A reference to an artifact. */
    String canonical(String url, String version) {
        return pinned ? url + "|" + version : url;
    }
}
