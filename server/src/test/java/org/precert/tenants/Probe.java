package org.precert.tenants;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.precert.testing.Http;

/**
 * A request for something of a payer.
 *
 * @param what as in "a case"
 * @param routes that it goes by, as they are mapped
 * @param second whether it goes by a second address of the same thing
 * @param changes whether it changes what it finds
 * @param found whether the answer is that of who may
 */
record Probe(
        String what,
        List<String> routes,
        boolean second,
        boolean changes,
        Function<Holding, Request> request,
        BiPredicate<Http.Answer, Holding> found) {

    Probe {
        routes = List.copyOf(routes);
    }

    static Probe read(String what, String route, Function<Holding, Request> request) {
        return new Probe(what, List.of(route), false, false, request, (answer, of) -> answer.status() == 200);
    }

    static Probe read(
            String what, String route, Function<Holding, Request> request, BiPredicate<Http.Answer, Holding> found) {
        return new Probe(what, List.of(route), false, false, request, found);
    }

    static Probe change(
            String what, String route, Function<Holding, Request> request, BiPredicate<Http.Answer, Holding> found) {
        return new Probe(what, List.of(route), false, true, request, found);
    }

    Probe asSecond() {
        return new Probe(what, routes, true, changes, request, found);
    }

    @Override
    public String toString() {
        return what;
    }
}
