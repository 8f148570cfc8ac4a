package org.precert.policy;

/** What a notice is about, which says where it is shown. */
public enum NoticeKind {
    CONTRACT,
    SAFETY,
    CODING,
    REVIEW,
    RULE
}
