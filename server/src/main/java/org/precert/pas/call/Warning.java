package org.precert.pas.call;

/**
 * Something that was not as the guide has it, and was understood nevertheless. For technical staff; nothing that was sent is
 * quoted.
 *
 * @param path a FHIRPath from the Bundle
 */
public record Warning(String path, String words) {}
