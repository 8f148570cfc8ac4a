package org.precert.clients;

import java.util.Optional;
import org.precert.clients.Verdict.Accepted;
import org.precert.clients.Verdict.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows a client by the assertion that it signed, once: {@code private_key_jwt} of SMART Backend Services. */
public final class ClientAssertions {

    private static final Logger LOG = LoggerFactory.getLogger(ClientAssertions.class);

    private final TokenCheck tokens;

    ClientAssertions(TokenCheck tokens) {
        this.tokens = tokens;
    }

    /**
     * @param url of the token endpoint, as clients know it
     * @return nothing for an assertion that does not count, for whatever reason; the reason stands in the log
     * @throws Unavailable if it can not be told whether it is new
     */
    public Optional<Client> client(String assertion, String url) {
        Verdict verdict = tokens.checkAssertion(assertion, url);
        if (verdict instanceof Refused refused) {
            LOG.info("An assertion was refused: {} ({})", refused.why().code(), refused.about());
            if (refused.why() == Refusal.STORE_UNAVAILABLE) {
                throw new Unavailable();
            }
        }
        return verdict instanceof Accepted accepted ? Optional.of(accepted.client()) : Optional.empty();
    }
}
