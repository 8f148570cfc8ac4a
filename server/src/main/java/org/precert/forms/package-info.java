/** The payers' forms: Questionnaires and what an EHR needs to fill them, made of the policies' folders. */
@NullMarked
package org.precert.forms;

import org.jspecify.annotations.NullMarked;
