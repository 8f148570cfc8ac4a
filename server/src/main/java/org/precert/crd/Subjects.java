package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precert.coverage.GuideVersion;
import org.precert.crd.call.Hook;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.References;
import org.precert.crd.chart.CallChart;
import org.precert.crd.chart.Referred;

/** What an answer is given for: the orders of the call, or the appointment or visit itself. */
final class Subjects {

    private Subjects() {}

    static List<Subject> of(HookCall call, CallChart chart, References references) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (ObjectNode resource : chart.subjects()) {
            for (Subject each : answered(call, resource, chart, references)) {
                subjects.putIfAbsent(HookCall.reference(each.resource()), each);
            }
        }
        return List.copyOf(subjects.values());
    }

    private static List<Subject> answered(HookCall call, ObjectNode resource, CallChart chart, References references) {
        if (call.hook() == Hook.ORDER_SELECT && !HookCall.namesSomething(resource)) {
            return List.of();
        }
        if (call.hook().aboutVisit()) {
            // Most visits are about nothing that a policy here speaks of: only an order behind one can say that.
            return orders(resource, chart, references).isEmpty() ? List.of() : List.of(Subject.of(resource));
        }
        boolean appointment = resource.path("resourceType").asText().equals("Appointment");
        List<ObjectNode> orders =
                appointment && call.version() == GuideVersion.STU_2_2 ? orders(resource, chart, references) : List.of();
        // CRD 2.2, profile-appointment-with-order: the order carries the information, where there is one.
        return orders.isEmpty()
                ? List.of(Subject.of(resource))
                : orders.stream().map(order -> new Subject(order, resource)).toList();
    }

    private static List<ObjectNode> orders(ObjectNode subject, CallChart chart, References references) {
        List<ObjectNode> orders = new ArrayList<>();
        Referred.references(
                subject.path("basedOn"),
                reference -> references
                        .local(reference)
                        .flatMap(chart::find)
                        .filter(HookCall::isOpen)
                        .ifPresent(orders::add));
        return orders;
    }
}
