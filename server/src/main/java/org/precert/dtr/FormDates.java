package org.precert.dtr;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.dtr.packaging.PackagedForms.Packaged;
import org.precert.forms.Flavour;
import org.precert.forms.Form;
import org.precert.forms.FormBook;
import org.precert.policy.PolicyReader;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** When each form last changed, or anything that a client gets with it; found out at the start. */
final class FormDates implements SmartInitializingSingleton {

    private final FormBook forms;
    private final PackagedForms packaged;
    private final FormAges ages;
    private final Map<String, Instant> since = new HashMap<>();

    FormDates(FormBook forms, PackagedForms packaged, FormAges ages) {
        this.forms = forms;
        this.packaged = packaged;
        this.ages = ages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Form form : forms.all()) {
            since.put(form.canonical(), ages.since(form.canonical(), hash(form)));
        }
    }

    private String hash(Form form) {
        Packaged all = packaged.of(form, new Flavour(GuideVersion.STU_2_0, true));
        StringBuilder text =
                new StringBuilder(String.valueOf(all.questionnaire().resource().rawValue()));
        all.others().forEach(entry -> text.append(entry.resource().rawValue()));
        return PolicyReader.hash(text.toString());
    }

    Instant since(Form form) {
        return since.getOrDefault(form.canonical(), Instant.EPOCH);
    }
}
