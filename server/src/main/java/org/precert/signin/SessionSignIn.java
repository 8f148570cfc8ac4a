package org.precert.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.precert.staff.SignIn;
import org.precert.staff.Staff;
import org.springframework.http.HttpHeaders;

/** By the cookie of a session. A page that somebody opens leads to the sign-in; what a program asks is answered 401. */
final class SessionSignIn implements SignIn {

    private final Sessions sessions;
    private final Cookies cookie;

    SessionSignIn(Sessions sessions, Cookies cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public Optional<Staff> signedIn(HttpServletRequest request) {
        return cookie.read(request).flatMap(sessions::find);
    }

    @Override
    public void ask(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("GET") && opensAPage(request)) {
            Pages.see(response, SignInFilter.BEGIN);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Cookie realm=\"Precert staff\"");
        Pages.end(response, HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Browsers that do not tell what they want a page for ask for HTML where they open one. */
    private static boolean opensAPage(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return destination == null
                ? accepted != null && accepted.contains("text/html")
                : destination.equals("document");
    }
}
