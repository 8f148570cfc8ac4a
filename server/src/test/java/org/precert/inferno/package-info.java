/**
 * The checks of the server suite of Inferno's CRD test kit (inferno-framework/davinci-crd-test-kit, for CRD 2.0.1), done
 * again in Java: what it would say of an answer, with its peculiarities. Ids are the kit's own.
 */
@NullMarked
package org.precert.inferno;

import org.jspecify.annotations.NullMarked;
