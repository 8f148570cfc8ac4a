package org.precert.decision;

/**
 * What in the order or the chart made a finding so.
 *
 * @param about the fact that it bears on: drug, route, indication, line-of-business ...
 * @param source the resource, as Type/id
 * @param path the element in it
 * @param system the code system; empty where words alone were found
 * @param code the code; empty where words alone were found
 * @param words the display of the code, or the words found; may be empty
 */
public record Evidence(String about, String source, String path, String system, String code, String words) {}
