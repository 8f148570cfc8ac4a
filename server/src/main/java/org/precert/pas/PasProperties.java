package org.precert.pas;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code precert.pas.*}
 *
 * @param lenient whether callers that are not registered may send what the guide does not allow: for the demo profile
 * @param contact how people reach the payer: stands in answers that ask to call
 * @param authorizationDays how long an authorization is good for where the policy does not say
 * @param contractDenials keys of the payers whose contract exclusions are denied without a person; none is the usual
 * @param drugCodes beginnings of codes that are drugs, as system|code: drugs have clocks and metrics of their own
 * @param unspecificCodes codes, as system|code, that name no drug or service of their own
 * @param formDays how old a form may be that the machine approves by
 * @param atOnce how many requests are reviewed at a time; the others wait
 * @param timeLimit of one request; the guide wants an answer within 15 seconds, the way there included
 * @param documentsHeld how long documents wait for the request that they are for
 */
@ConfigurationProperties("precert.pas")
record PasProperties(
        @DefaultValue("false") boolean lenient,
        @DefaultValue("") String contact,
        @DefaultValue("180") int authorizationDays,
        @DefaultValue Set<String> contractDenials,
        @DefaultValue List<String> drugCodes,
        @DefaultValue Set<String> unspecificCodes,
        @DefaultValue("90") int formDays,
        @DefaultValue("16") int atOnce,
        @DefaultValue("8s") Duration timeLimit,
        @DefaultValue("60d") Duration documentsHeld) {}
