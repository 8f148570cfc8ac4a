package org.precert.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.precert.audit.AuditEntry.StaffSession;
import org.precert.audit.AuditEntry.StaffSession.Step;
import org.precert.audit.AuditTrail;
import org.precert.staff.Role;
import org.precert.staff.Staff;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.transaction.support.TransactionOperations;

/** Begins a session for whom the provider vouches for and who has a role here: a new one each time, whatever the browser held. */
final class SessionStart implements AuthenticationSuccessHandler {

    /** Until the browser is closed. */
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private final StaffReader reader;
    private final Sessions sessions;
    private final Cookies cookie;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SessionStart(
            StaffReader reader,
            Sessions sessions,
            Cookies cookie,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.reader = reader;
        this.sessions = sessions;
        this.cookie = cookie;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        if (!(signedIn.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("Somebody signed in by something else");
        }
        Map<String, Object> claims = user.getIdToken().getClaims();
        Staff staff = reader.read(user.getSubject(), claims);
        if (!staff.hasRole()) {
            // The record is told who it was.
            request.setAttribute(Staff.ATTRIBUTE, staff);
            Pages.failed(request, response, SignInFailure.NOT_STAFF);
            return;
        }
        cookie.read(request).ifPresent(sessions::end);
        String value = Audited.within(
                request,
                () -> transactions.execute(status -> {
                    String begun = sessions.start(staff, user.getSubject());
                    audit.record(new StaffSession(
                            staff.person().id(), Step.IN, staff.person().audited()));
                    return begun;
                }));
        cookie.write(response, value, UNTIL_CLOSED);
        Pages.see(response, landing(staff));
    }

    private static String landing(Staff staff) {
        if (staff.is(Role.REVIEWER) || staff.is(Role.MEDICAL_DIRECTOR)) {
            return "/review-desk/";
        }
        return staff.is(Role.AUDITOR) ? "/audit/AuditEvent" : "/admin/staff";
    }
}
