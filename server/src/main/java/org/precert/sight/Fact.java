package org.precert.sight;

/** What a span may tell. Nothing of it comes from what callers send, but that one of a few known words was among it. */
public enum Fact {
    METHOD("http.request.method"),
    ROUTE("http.route"),
    STATUS("http.response.status_code"),
    CLIENT("precert.client"),
    POLICY("precert.policy"),
    POLICY_VERSION("precert.policy.version"),
    DETERMINATION("precert.determination"),
    RESOURCE("precert.resource"),
    KIND("precert.kind"),
    OUTCOME("precert.outcome");

    private final String key;

    Fact(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
