package org.precert.dtr;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the DTR door.
 *
 * @param version of the guide for calls and clients that tell none
 * @param canonicals that forms have for callers that are not registered
 * @param continuationKeys 32 bytes each in Base64; the first one seals, all of them open. Without any, each start makes its
 *     own: then a form that is being filled does not outlive the node
 * @param continuationLife how long a form may be filled page by page
 */
@ConfigurationProperties("precert.dtr")
record DtrProperties(
        @DefaultValue("2.0") String version,
        @DefaultValue("spec") Canonicals canonicals,
        @DefaultValue List<String> continuationKeys,
        @DefaultValue("14d") Duration continuationLife) {

    /** How forms name what they need. */
    enum Canonicals {
        /** With the version, as the guide demands. */
        SPEC,
        /** Without: for clients that compare them as text. */
        LENIENT
    }
}
