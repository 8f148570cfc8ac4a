package org.precert.pas.attachment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.pas.call.BusinessId;

/**
 * Documents for a prior authorization (CDex 2.1.0, $submit-attachment).
 *
 * @param tracking the attachment control number: the payer's where it asked, the provider's own where nobody did
 * @param reference the payer's number of the request
 * @param payer who is to have them
 * @param senders the organization and the provider that send them; never empty
 * @param documents never empty
 * @param last whether the provider sends no more under this number
 */
public record AttachmentCall(
        BusinessId tracking,
        Optional<BusinessId> reference,
        Optional<BusinessId> payer,
        Set<BusinessId> senders,
        BusinessId member,
        List<Sent> documents,
        boolean last) {

    public AttachmentCall {
        senders = Set.copyOf(senders);
        documents = List.copyOf(documents);
    }

    /**
     * One of them.
     *
     * @param lines sequences of the items that it is for; empty where it names none
     * @param code what it is, of LOINC; may be empty
     * @param content any resource
     */
    public record Sent(List<Integer> lines, String code, ObjectNode content) {

        public Sent {
            lines = List.copyOf(lines);
        }
    }
}
