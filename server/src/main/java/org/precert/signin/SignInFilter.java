package org.precert.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.precert.staff.SameOrigin;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where staff sign in and out. Nothing else of this server goes by Spring Security. */
final class SignInFilter extends OncePerRequestFilter {

    static final String BEGIN = "/sign-in";
    static final String CALLBACK = "/sign-in/callback";
    static final String OUT = "/sign-out";

    private final Provider provider;
    private final Function<ClientRegistration, FilterChainProxy> chains;
    private final SignOut signOut;
    private volatile @Nullable Made made;

    SignInFilter(Provider provider, Function<ClientRegistration, FilterChainProxy> chains, SignOut signOut) {
        this.provider = provider;
        this.chains = chains;
        this.signOut = signOut;
    }

    /** @param of by which it was made */
    private record Made(ClientRegistration of, FilterChainProxy chain) {}

    static boolean isBegin(HttpServletRequest request) {
        return path(request).equals(BEGIN);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Pages.guard(response);
        String path = path(request);
        if (path.equals(OUT) && request.getMethod().equals("POST")) {
            out(request, response);
        } else if ((isBegin(request) || path.equals(CALLBACK))
                && request.getMethod().equals("GET")) {
            in(request, response);
        } else {
            Pages.end(response, HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void in(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<ClientRegistration> known = provider.registration();
        if (known.isEmpty()) {
            Pages.failed(request, response, SignInFailure.TRY_LATER);
            return;
        }
        chain(known.get())
                .doFilter(
                        request,
                        response,
                        (asked, answer) -> Pages.end((HttpServletResponse) answer, HttpServletResponse.SC_BAD_REQUEST));
    }

    private FilterChainProxy chain(ClientRegistration known) {
        Made last = made;
        if (last == null || last.of() != known) {
            last = new Made(known, chains.apply(known));
            made = last;
        }
        return last.chain();
    }

    private void out(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SameOrigin asked = new SameOrigin(request);
        if (!asked.isJson()) {
            Pages.end(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!asked.holds()) {
            Pages.end(response, HttpServletResponse.SC_FORBIDDEN);
        } else {
            signOut.answer(request, response, provider.last());
        }
    }
}
