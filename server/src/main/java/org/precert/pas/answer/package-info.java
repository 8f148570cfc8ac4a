/**
 * What a provider gets back from {@code Claim/$submit} and {@code Claim/$inquire}, written from the case alone, in the spelling of each
 * version of PAS. Nothing here decides.
 */
@NullMarked
package org.precert.pas.answer;

import org.jspecify.annotations.NullMarked;
