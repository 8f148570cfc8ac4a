package org.precert.platform;

import java.util.HashMap;
import java.util.Map;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.PolicyFiles;
import org.precert.policy.PolicyReader;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows how a policy is read, clause by clause: where the links of cards lead. It holds no data of patients. */
@RestController
final class PoliciesController {

    private final Map<String, String> pages = new HashMap<>();

    PoliciesController(PolicyFolders folders, PolicyDesk policies) {
        for (PolicyFiles files : folders.policies()) {
            PolicyReader reader = new PolicyReader(files, "");
            reader.folders().forEach(folder -> {
                String id = reader.policy(folder).id();
                boolean served = policies.book().policies().stream().anyMatch(each -> each.id().equals(id));
                if (served) {
                    files.text(folder + "/policy.md").ifPresent(page -> pages.put(id, page));
                }
            });
        }
    }

    @GetMapping(path = "/policies/{id}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String policy(@PathVariable("id") String id) {
        String page = pages.get(id);
        if (page == null) {
            throw new InvalidRequest(Kind.NOT_FOUND, "", "There is no such policy here");
        }
        return page;
    }
}
