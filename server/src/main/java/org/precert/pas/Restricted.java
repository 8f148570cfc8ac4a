package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.precert.cases.Case;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseKeys;
import org.precert.pas.attachment.AttachmentCall;
import org.precert.pas.call.SubmittedRequest;

/**
 * What its sender labelled as restricted, 42 CFR Part 2 and the like, is told to nobody else: PAS 2.2.1, spec-49. A case is
 * restricted from the first label that came with any of its requests or documents.
 */
final class Restricted {

    private static final Set<String> LABELS = Set.of("R", "V");
    private static final CaseKey KEY = new CaseKey(CaseKey.Kind.LABEL, "restricted");

    private final CaseKeys keys;

    Restricted(CaseKeys keys) {
        this.keys = keys;
    }

    boolean is(Case state) {
        return keys.has(state.id(), KEY);
    }

    /** By which the case is known as restricted; none where nothing says so. */
    static List<CaseKey> keys(SubmittedRequest request) {
        boolean labelled = isLabelled(request.bundle().head())
                || request.bundle().entries().stream().anyMatch(each -> isLabelled(each.resource()));
        return labelled ? List.of(KEY) : List.of();
    }

    /** Likewise. */
    static List<CaseKey> keys(AttachmentCall sent) {
        boolean labelled = sent.documents().stream().anyMatch(document -> isDocumentLabelled(document.content()));
        return labelled ? List.of(KEY) : List.of();
    }

    private static boolean isDocumentLabelled(JsonNode content) {
        boolean labelled = isLabelled(content);
        for (JsonNode entry : content.path("entry")) {
            labelled |= isLabelled(entry.path("resource"));
        }
        return labelled;
    }

    private static boolean isLabelled(JsonNode resource) {
        for (JsonNode label : resource.path("meta").path("security")) {
            if (LABELS.contains(label.path("code").asText())) {
                return true;
            }
        }
        return false;
    }
}
