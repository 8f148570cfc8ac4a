package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;

/** One call of an operation and its answer; a missing node where that is no JSON. */
record PayerCall(JsonNode request, int status, JsonNode answer) {}
