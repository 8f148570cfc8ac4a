package org.precert.policy;

import java.util.List;
import java.util.Optional;

/**
 * Something worth knowing beside the determination.
 *
 * @param kind contract, safety, coding, review or rule
 * @param summary one line, under 140 characters
 * @param text a sentence or two, in our words; markdown
 * @param locator where in the document, or which other public source
 * @param always shown with each answer about an order in scope; otherwise where the policy's define says so
 * @param corrections the codes that a notice about coding proposes instead; alternatives where they are several
 */
public record Notice(
        String id,
        NoticeKind kind,
        String summary,
        String text,
        String locator,
        Optional<String> url,
        boolean always,
        List<Correction> corrections) {

    public Notice {
        corrections = List.copyOf(corrections);
        if (summary.length() >= 140) {
            throw new IllegalArgumentException("notice " + id + ": the summary has 140 characters or more");
        }
        if (kind != NoticeKind.CODING && !corrections.isEmpty()) {
            throw new IllegalArgumentException("notice " + id + ": only a notice of kind coding corrects codes");
        }
    }
}
