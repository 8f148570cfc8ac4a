package org.precert.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** How staff prove who they are. */
public interface SignIn {

    Optional<Staff> signedIn(HttpServletRequest request);

    /** Answers somebody who did not: by 401, or with the way to where it is done. */
    void ask(HttpServletRequest request, HttpServletResponse response);
}
