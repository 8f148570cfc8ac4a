/**
 * When a decision is due: a dated table of rules with their citations, and a calculator that is a pure function of it. It knows no
 * clock of its own, no case and no door.
 */
@NullMarked
package org.precert.clocks;

import org.jspecify.annotations.NullMarked;
