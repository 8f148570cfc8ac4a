package org.precert.platform;

import org.precert.evaluation.PolicyDesk;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows how a policy is read, clause by clause: where the links of cards lead. It holds no data of patients. */
@RestController
final class PoliciesController {

    private final PolicyFolders folders;
    private final PolicyDesk policies;

    PoliciesController(PolicyFolders folders, PolicyDesk policies) {
        this.folders = folders;
        this.policies = policies;
    }

    /** The reading of the policy's latest version, as Markdown. */
    @GetMapping(path = "/policies/{id}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String policy(@PathVariable("id") String id) {
        return policies.book().policies().stream()
                .filter(policy -> policy.id().equals(id))
                .reduce((earlier, later) -> later)
                .flatMap(policy -> folders.text(policy.folder() + "/policy.md"))
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no such policy here"));
    }
}
