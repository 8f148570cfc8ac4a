/** Answers that this server can give by itself, as an EHR gets them: each with where it came from. */
@NullMarked
package org.precert.dtr.draft;

import org.jspecify.annotations.NullMarked;
