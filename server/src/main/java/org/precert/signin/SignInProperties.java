package org.precert.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.sign-in}
 *
 * @param issuer of the identity provider, as its tokens say it
 * @param privateNetwork whether the provider may lie at private addresses
 * @param rolesClaim the claim that has a person's roles: its name, or a path of names between dots
 * @param roles by the code of a role, the values of the claim that give it; without any, its code itself
 * @param payersClaim the claim that has the payers that a person works for; empty: everybody works for all
 * @param payers by the key of a payer, the values of the claim that mean it; without any, its key itself
 * @param allPayers values of the claim that mean all payers
 */
@ConfigurationProperties("precert.sign-in")
record SignInProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("false") boolean privateNetwork,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Set<String>> roles,
        @DefaultValue("") String payersClaim,
        @DefaultValue Map<String, Set<String>> payers,
        @DefaultValue Set<String> allPayers,
        @DefaultValue Details claims,
        @DefaultValue Session session) {

    /** Which claims tell of the person; an empty name is for what the provider does not tell. */
    record Details(
            @DefaultValue("name") String name,
            @DefaultValue("") String credential,
            @DefaultValue("") String npi,
            @DefaultValue("") String specialty) {}

    /**
     * @param life of a session, whatever is done in it
     * @param idle after which one that is not used is over
     */
    record Session(
            @DefaultValue("8h") Duration life,
            @DefaultValue("30m") Duration idle) {}
}
