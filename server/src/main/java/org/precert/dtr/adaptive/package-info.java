/**
 * What {@code $next-question} decides, over JSON trees and without a door: what of a form was answered, whether the
 * answers fit, what is asked next, and the state that travels with the response, since none is kept here. DTR 2.2,
 * spec-36, sec-10.
 */
@NullMarked
package org.precert.dtr.adaptive;

import org.jspecify.annotations.NullMarked;
