package org.precert.pas.answer;

/** Why somebody is told of a case. */
enum Occasion {
    /** It answers a request, or tells its sender what became of it. */
    REQUEST,
    /** The sender of the request asks. */
    INQUIRY,
    /** Somebody asks who did not send it: the address of its Claim is one in another's system. */
    INQUIRY_OF_OTHERS
}
