package org.precert.pas;

import org.precert.pas.attachment.AttachmentCall;

/**
 * Documents that were sent beside a request.
 *
 * @param id by which they are kept
 */
record Attached(String id, AttachmentCall sent) {

    /** The attachment control number. */
    String control() {
        return sent.tracking().value();
    }
}
