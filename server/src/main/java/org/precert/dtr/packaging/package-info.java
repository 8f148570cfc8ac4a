/** Puts a form together with all that an EHR needs to show and fill it. */
@NullMarked
package org.precert.dtr.packaging;

import org.jspecify.annotations.NullMarked;
