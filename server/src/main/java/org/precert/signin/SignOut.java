package org.precert.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.precert.audit.AuditEntry.StaffSession;
import org.precert.audit.AuditEntry.StaffSession.Step;
import org.precert.audit.AuditTrail;
import org.precert.cases.Person;
import org.precert.staff.Staff;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends the session here, and tells where the one at the provider is ended (OpenID Connect RP-Initiated Logout 1.0, 2): without that,
 * the next sign-in would ask for nothing.
 */
final class SignOut {

    private final Sessions sessions;
    private final Cookies cookie;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final String after;

    /** @param after where the provider sends the browser then */
    SignOut(Sessions sessions, Cookies cookie, AuditTrail audit, TransactionOperations transactions, String after) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.audit = audit;
        this.transactions = transactions;
        this.after = after;
    }

    /** @param provider if it was asked before: nobody waits for it to sign out */
    void answer(HttpServletRequest request, HttpServletResponse response, Optional<ClientRegistration> provider)
            throws IOException {
        Optional<String> value = cookie.read(request);
        if (value.isPresent()) {
            Audited.within(request, () -> {
                transactions.executeWithoutResult(status -> end(value.get()));
                return true;
            });
        }
        cookie.remove(response);
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put("next", provider.flatMap(this::ofProvider).orElse(SignInFilter.BEGIN))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void end(String value) {
        Optional<Person> person = sessions.find(value).map(Staff::person);
        sessions.end(value);
        person.ifPresent(each -> audit.record(new StaffSession(each.id(), Step.OUT, each.audited())));
    }

    private Optional<String> ofProvider(ClientRegistration provider) {
        Object end = provider.getProviderDetails().getConfigurationMetadata().get(Provider.END_SESSION);
        return end instanceof String address
                ? Optional.of(address + (address.contains("?") ? "&" : "?") + "client_id="
                        + encoded(provider.getClientId()) + "&post_logout_redirect_uri=" + encoded(after))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
