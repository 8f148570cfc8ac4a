package org.precert.dtr.terminology;

import java.util.Optional;

/** Which codes of an expansion are wanted: those that match, and of them a page. */
record Selection(Optional<TextFilter> filter, Optional<Integer> offset, Optional<Integer> count) {

    static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());
}
