package org.precert.dtr;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.forms.Flavour;
import org.precert.forms.Form;
import org.precert.policy.PolicyReader;

/** When each form last changed, or anything that a client gets with it; found out when it is first asked for. */
final class FormDates {

    private static final Flavour FLAVOUR = new Flavour(GuideVersion.STU_2_2, true);

    private final PackagedForms packaged;
    private final FormAges ages;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    FormDates(PackagedForms packaged, FormAges ages) {
        this.packaged = packaged;
        this.ages = ages;
    }

    Instant since(Form form) {
        return since.computeIfAbsent(
                form.canonical(),
                canonical -> ages.since(canonical, PolicyReader.hash(packaged.content(form, FLAVOUR))));
    }
}
