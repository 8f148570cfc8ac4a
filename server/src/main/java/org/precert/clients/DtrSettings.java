package org.precert.clients;

import java.util.Optional;

/**
 * How a client wants its forms.
 *
 * @param version of the guide for calls that tell none
 * @param lenient whether canonicals come without their version, for clients that compare them as text
 * @param adaptive whether it wants forms that ask page by page where it names none
 */
public record DtrSettings(Optional<String> version, boolean lenient, boolean adaptive) {

    public static final DtrSettings USUAL = new DtrSettings(Optional.empty(), false, false);
}
