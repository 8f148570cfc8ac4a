package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource of ours with its address. */
record Placed(String fullUrl, ObjectNode resource) {}
