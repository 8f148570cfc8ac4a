/**
 * The checks of the payer suite of Inferno's DTR test kit (inferno-framework/davinci-dtr-test-kit at commit 9c77330, for
 * DTR 2.0.1), done again in Java: what it would say of a payer's answers, with its peculiarities. Ids are the kit's own.
 */
@NullMarked
package org.precert.inferno.dtr;

import org.jspecify.annotations.NullMarked;
