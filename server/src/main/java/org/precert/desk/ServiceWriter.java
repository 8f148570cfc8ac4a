package org.precert.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.cases.Code;
import org.precert.cases.Service;

/** Writes what is asked for, or granted. */
final class ServiceWriter {

    private ServiceWriter() {}

    static void write(ObjectNode node, Service service) {
        code(node, service.code());
        ArrayNode modifiers = node.putArray("modifiers");
        service.modifiers().forEach(each -> code(modifiers.addObject(), each));
        service.quantity().ifPresent(quantity -> node.put("quantity", quantity));
        node.put("unit", service.unit());
        service.from().ifPresent(day -> node.put("from", day.toString()));
        service.until().ifPresent(day -> node.put("until", day.toString()));
        node.put("place", service.place());
    }

    static void code(ObjectNode node, Code code) {
        node.put("system", code.system()).put("code", code.code()).put("words", code.words());
    }
}
