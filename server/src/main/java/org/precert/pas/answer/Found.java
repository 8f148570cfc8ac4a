package org.precert.pas.answer;

import org.precert.cases.Case;
import org.precert.pas.call.SubmittedRequest;

/** A case with its latest request, read again. */
public record Found(Case state, SubmittedRequest request) {}
