package org.precert.signin;

import java.io.IOException;
import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * Why somebody is not signed in: for the page and for the record, in words of ours. What the provider says stays out of both.
 *
 * @param code for the record
 */
record SignInFailure(int status, String code, String words) {

    static final String UNREACHABLE = "provider_unreachable";

    static final SignInFailure TRY_LATER =
            new SignInFailure(503, "", "The identity provider does not answer. Try again in a minute.");
    static final SignInFailure NOT_STAFF = new SignInFailure(
            403,
            "no-role",
            "You are signed in with the provider, but it names no role here for you. Ask your administrator.");

    private static final SignInFailure EXPIRED = new SignInFailure(
            403, "not-begun-here", "This sign-in was begun too long ago, or in another browser. Begin again.");
    private static final SignInFailure REFUSED =
            new SignInFailure(403, "refused-by-provider", "The identity provider did not sign you in.");
    private static final SignInFailure NO_GOOD =
            new SignInFailure(403, "token-no-good", "What the identity provider sent is not good. Begin again.");

    private static final Map<String, SignInFailure> BY_ERROR = Map.of(
            UNREACHABLE,
            TRY_LATER,
            "authorization_request_not_found",
            EXPIRED,
            "invalid_state_parameter",
            EXPIRED,
            "access_denied",
            REFUSED,
            "login_required",
            REFUSED,
            "temporarily_unavailable",
            TRY_LATER,
            "server_error",
            TRY_LATER);

    static SignInFailure of(AuthenticationException failed) {
        // Keys that could not be fetched.
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return TRY_LATER;
            }
        }
        return failed instanceof OAuth2AuthenticationException told
                ? BY_ERROR.getOrDefault(told.getError().getErrorCode(), NO_GOOD)
                : NO_GOOD;
    }
}
