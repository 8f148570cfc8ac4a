/** Every review, kept: what was asked, what was found, what was said, and by which version. Answers "why?" later. */
@NullMarked
package org.precert.ledger;

import org.jspecify.annotations.NullMarked;
