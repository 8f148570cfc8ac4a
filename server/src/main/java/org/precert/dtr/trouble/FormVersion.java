package org.precert.dtr.trouble;

/**
 * A form that was reported, in words of ours.
 *
 * @param canonical its url, or {@link #UNKNOWN}
 * @param version of those that are served; {@link #OTHER}; or empty where none was named
 */
record FormVersion(String canonical, String version) {

    /** A form that is none of ours: what was sent in its place may be anything, and is not kept. */
    static final FormVersion UNKNOWN = new FormVersion("unknown", "");

    /** A version that is none of ours. */
    static final String OTHER = "other";
}
