/** What clinicians made of the cards, as their EHRs report it. https://cds-hooks.hl7.org/2.0/#feedback */
@NullMarked
package org.precert.crd.feedback;

import org.jspecify.annotations.NullMarked;
