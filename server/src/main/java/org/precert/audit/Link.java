package org.precert.audit;

import java.time.Instant;
import org.precert.storage.Sha256;

/**
 * An entry in its chain, as it stands in the database.
 *
 * @param number from 1, without gaps
 * @param kind {@link EntryKind#code}
 * @param body JSON, in ASCII
 * @param previous the hash of the link before
 * @param hash of all the others, see {@link #expectedHash}
 */
public record Link(int chain, long number, Instant at, String kind, String body, String previous, String hash) {

    private static final String FORM = "precert-audit-1";

    static Link after(ChainPoint head, Stamped entry) {
        Link open = new Link(
                head.chain(), head.number() + 1, entry.at(), entry.kind().code(), entry.body(), head.hash(), "");
        return new Link(open.chain, open.number, open.at, open.kind, open.body, open.previous, open.expectedHash());
    }

    /** Of lines: the name of this form, chain, number, time, kind, the hash before, and last of all the body. */
    String expectedHash() {
        return Sha256.hex(String.join("\n", FORM, chain + "\n" + number, at.toString(), kind, previous, body));
    }

    ChainPoint point() {
        return new ChainPoint(chain, number, hash);
    }
}
