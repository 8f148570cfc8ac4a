/** Prior authorization: Claim/$submit, $inquire and what belongs to them, in two versions of the guide. */
@NullMarked
package org.precert.pas;

import org.jspecify.annotations.NullMarked;
