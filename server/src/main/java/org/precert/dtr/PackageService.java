package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.call.PackageCall;
import org.precert.dtr.packaging.BundleWriter;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.dtr.packaging.PackagedForms.Packaged;

/**
 * Answers {@code $questionnaire-package}.
 * <a href="https://hl7.org/fhir/us/davinci-dtr/STU2/OperationDefinition-questionnaire-package.html">DTR 2.0.1</a>
 */
final class PackageService {

    private final Packages packages;
    private final PackagedForms packaged;
    private final Filling filling;
    private final FormDates dates;
    private final Gaps gaps;
    private final BundleWriter bundles;
    private final ObjectMapper json;

    PackageService(
            Packages packages,
            PackagedForms packaged,
            Filling filling,
            FormDates dates,
            Gaps gaps,
            BundleWriter bundles,
            ObjectMapper json) {
        this.packages = packages;
        this.packaged = packaged;
        this.filling = filling;
        this.dates = dates;
        this.gaps = gaps;
        this.bundles = bundles;
        this.json = json;
    }

    ObjectNode answer(PackageCall call, Asked asked) {
        Packages.Found found = packages.find(call, asked);
        List<Issue> issues = new ArrayList<>(found.issues());
        if (found.forms().isEmpty()
                && found.matter()
                        .kept()
                        .filter(review -> !review.docNeeded().isEmpty())
                        .isPresent()) {
            issues.add(Issue.information("What CRD said of documents holds no longer: none are needed any more"));
        }
        List<ObjectNode> written = new ArrayList<>();
        for (Packages.Wanted wanted : found.forms()) {
            if (isChanged(wanted, call)) {
                written.add(write(wanted, found.matter(), asked, issues));
            }
        }
        if (written.isEmpty() && !found.forms().isEmpty()) {
            issues.add(
                    Issue.information("No changes since " + call.changedSince().orElseThrow()));
        }
        if (call.gapReport()) {
            found.reviews().forEach(review -> issues.addAll(gaps.issues(review)));
        }
        return asked.flavour().version() == GuideVersion.STU_2_0 && written.size() == 1 && issues.isEmpty()
                ? written.get(0)
                : parameters(written, issues, asked.flavour().version());
    }

    private boolean isChanged(Packages.Wanted wanted, PackageCall call) {
        Instant since = dates.since(wanted.form());
        return call.changedSince().map(since::isAfter).orElse(true);
    }

    private ObjectNode write(Packages.Wanted wanted, Matter matter, Asked asked, List<Issue> issues) {
        Packaged form = packaged.of(wanted.form(), asked.flavour());
        form.missing()
                .forEach(canonical -> issues.add(Issue.warning("not-found", "There is no value set " + canonical)));
        Filling.Filled filled = filling.fill(wanted, matter, asked);
        filled.trouble()
                .ifPresent(trouble -> issues.add(Issue.warning("incomplete", "The form is not filled: " + trouble)));
        return bundles.write(form, filled.response());
    }

    private ObjectNode parameters(List<ObjectNode> bundles, List<Issue> issues, GuideVersion version) {
        boolean old = version == GuideVersion.STU_2_0;
        ObjectNode parameters = json.createObjectNode().put("resourceType", "Parameters");
        ArrayNode all = parameters.putArray("parameter");
        bundles.forEach(bundle -> all.addObject()
                .put("name", old ? "PackageBundle" : "packagebundle")
                .set("resource", bundle));
        if (!issues.isEmpty()) {
            all.addObject()
                    .put("name", old ? "operationOutcome" : "outcome")
                    .set("resource", Issue.outcome(json, issues));
        }
        return parameters;
    }
}
