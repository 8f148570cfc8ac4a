package org.precert.pas;

import java.util.Optional;
import java.util.stream.Collectors;
import org.precert.cases.Submissions;
import org.precert.pas.call.BusinessId;
import org.precert.pas.call.SubmittedRequest;

/**
 * What a client calls a request: its Idempotency-Key, or the identifiers of the Bundle and the Claim with the Claim's URL.
 * The identifier of the Claim alone is none, for an update may keep it.
 */
final class RequestName {

    private RequestName() {}

    static Submissions.Name of(SubmittedRequest request, Optional<String> key, String client) {
        String ids = request.version().code() + " "
                + request.bundleId().map(BusinessId::token).orElse("") + " "
                + request.claimIds().stream().map(BusinessId::token).collect(Collectors.joining(" ")) + " "
                + request.claim().fullUrl();
        return new Submissions.Name(
                client,
                key.map(each -> "key " + request.version().code() + " " + each).orElse("ids " + ids));
    }

    /** For clients that give every request the same identifiers: the content tells them apart. */
    static Submissions.Name anew(Submissions.Name name, String hash) {
        return new Submissions.Name(name.client(), name.key() + " " + hash);
    }
}
