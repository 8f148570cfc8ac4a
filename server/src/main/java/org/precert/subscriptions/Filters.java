package org.precert.subscriptions;

import java.util.List;
import java.util.Set;

/** What a subscription is about: all filters must match. Without one it is about everything of its owner. */
record Filters(List<Filter> all) {

    Filters {
        all = List.copyOf(all);
    }

    boolean concern(Notice notice, Owner owner) {
        if (owner.isAnybody() && !notice.client().isEmpty()) {
            return false; // what a registered client submitted is nothing for somebody who proved nothing
        }
        if (!owner.mayAsk(notice.payer())) {
            return false; // the payers are tenants of one server
        }
        if (all.isEmpty()) {
            return notice.client().equals(owner.client()) || isOwn(notice.organizations(), owner);
        }
        return all.stream().allMatch(each -> each.matches(notice.organizations(), owner));
    }

    private static boolean isOwn(Set<String> organizations, Owner owner) {
        return owner.identifiers().stream().anyMatch(organizations::contains);
    }
}
