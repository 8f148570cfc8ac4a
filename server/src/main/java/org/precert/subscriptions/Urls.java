package org.precert.subscriptions;

/** The names of the Subscriptions R5 Backport 1.1.0, and the one topic of PAS. */
final class Urls {

    static final String TOPIC = "http://hl7.org/fhir/us/davinci-pas/SubscriptionTopic/PASSubscriptionTopic";

    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    static final String FILTER_CRITERIA = BACKPORT + "backport-filter-criteria";
    static final String PAYLOAD_CONTENT = BACKPORT + "backport-payload-content";
    static final String HEARTBEAT_PERIOD = BACKPORT + "backport-heartbeat-period";
    static final String TIMEOUT = BACKPORT + "backport-timeout";
    static final String MAX_COUNT = BACKPORT + "backport-max-count";
    static final String CHANNEL_TYPE = BACKPORT + "backport-channel-type";
    static final String STATUS = BACKPORT + "backport-subscription-status-r4";

    private Urls() {}
}
