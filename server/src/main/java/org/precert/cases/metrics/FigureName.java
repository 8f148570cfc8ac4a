package org.precert.cases.metrics;

/** The figures of a report and what they mean. Ids are for programs: they stay. */
enum FigureName {
    RECEIVED(
            "requests-received",
            "Requests received",
            "Requests that were submitted in the year and ask for something that is counted here. The time of the first submission counts, even if information was missing then."),
    NOT_REQUIRED(
            "no-authorization-needed",
            "Needed no authorization",
            "Of the requests received: nothing of them needs prior authorization. They are in no percentage."),
    WITHDRAWN(
            "withdrawn",
            "Withdrawn before a decision",
            "Of the requests received: the provider took them back before they were decided. They are in no percentage."),
    OPEN(
            "open",
            "Not decided at the end of the period",
            "Of the requests received: still not decided at the end of the year, or now. They are in no percentage of this year, and count in the year in which they are decided."),
    DECIDED(
            "decided",
            "Requests decided",
            "Requests that got their first determination in the year: nothing of them was left to decide."),
    APPROVED(
            "approved",
            "Approved",
            "Requests of which every line was approved, as asked or otherwise, out of those decided. An approval after an appeal does not count here."),
    DENIED(
            "denied",
            "Denied",
            "Requests of which at least one line was denied, out of those decided. Approved and denied make the whole."),
    APPROVED_OTHERWISE(
            "approved-otherwise",
            "Approved otherwise than asked",
            "Of the approved: at least one line was approved for fewer units, another place or another service; out of those decided."),
    DENIED_IN_PART(
            "denied-in-part",
            "Denied in part",
            "Of the denied: at least one line was approved, too; out of those decided."),
    APPROVED_IN_TIME(
            "approved-in-time",
            "Approved within the time allowed",
            "Of the approved: decided when it was due, an extension included; out of those decided."),
    DENIED_IN_TIME(
            "denied-in-time",
            "Denied within the time allowed",
            "Of the denied: decided when it was due, an extension included; out of those decided."),
    APPROVED_AFTER_APPEAL(
            "approved-after-appeal",
            "Approved after appeal",
            "Appeals after which everything that was appealed is approved, out of the appeals decided in the year. Whether the request was decided this year or before does not matter. To have the share of all requests, divide by the requests decided."),
    TIME_MEAN(
            "time-mean",
            "Average time to decision",
            "From the submission to the last decision of the request, the mean over the requests decided. A day has 24 hours; nights and weekends count, and waiting for documents does."),
    TIME_MEDIAN(
            "time-median",
            "Median time to decision",
            "Half of the requests decided took no longer. With an even number of them, the mean of the two in the middle."),
    EXTENDED_APPROVED(
            "extended-approved",
            "Time was extended, and the request approved",
            "Requests whose time for review was made longer and that were approved, out of all requests decided, standard and expedited."),
    EXTENDED_DENIED(
            "extended-denied",
            "Time was extended, and the request denied",
            "Requests whose time for review was made longer and that were denied, out of all requests decided, standard and expedited.");

    private final String id;
    private final String label;
    private final String definition;

    FigureName(String id, String label, String definition) {
        this.id = id;
        this.label = label;
        this.definition = definition;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    String definition() {
        return definition;
    }
}
