/** What operators watch and the packages that own it have in common. Nothing here tells of a patient. */
@NullMarked
package org.precert.sight;

import org.jspecify.annotations.NullMarked;
