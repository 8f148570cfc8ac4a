/** What $submit-attachment takes (CDex 2.1.0): documents for a prior authorization, checked. */
@NullMarked
package org.precert.pas.attachment;

import org.jspecify.annotations.NullMarked;
