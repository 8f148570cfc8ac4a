package org.precert.limits;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.cases.Person;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.DtrSettings;
import org.precert.clients.PasSettings;
import org.precert.staff.Staff;
import org.springframework.mock.web.MockHttpServletRequest;

/** Requests as they come to the filters. */
final class TestCallers {

    private TestCallers() {}

    static Caller client(String id) {
        return new Caller.Registered(new Client(
                id,
                Set.of(),
                List.of(),
                false,
                Set.of(),
                Optional.empty(),
                true,
                new DtrSettings(Optional.empty(), false, false),
                new PasSettings(false, Set.of(), List.of(), false)));
    }

    static Staff person(String id) {
        return new Staff(new Person(id, "Name", "RN", "", "", false), Set.of(), Set.of());
    }

    static MockHttpServletRequest get(String path) {
        return request("GET", path);
    }

    static MockHttpServletRequest post(String path) {
        return request("POST", path);
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }

    static MockHttpServletRequest by(Caller caller, MockHttpServletRequest request) {
        request.setAttribute(Caller.ATTRIBUTE, caller);
        return request;
    }
}
