/** What a provider sends to {@code Claim/$submit} and {@code Claim/$inquire}, read and checked once, for both versions of PAS. */
@NullMarked
package org.precert.pas.call;

import org.jspecify.annotations.NullMarked;
