package org.precert.dtr.trouble;

/** An issue with a form: two that are equal are counted as one kind of trouble. */
record Trouble(FormVersion form, Issue issue) {}
