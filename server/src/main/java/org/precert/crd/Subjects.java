package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precert.crd.call.GuideVersion;
import org.precert.crd.call.Hook;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.References;
import org.precert.crd.chart.CallChart;
import org.precert.crd.chart.Referred;

/** What an answer is given for: the orders of the call, or the appointment or visit itself. */
final class Subjects {

    private Subjects() {}

    static List<ObjectNode> of(HookCall call, CallChart chart, References references) {
        Map<String, ObjectNode> subjects = new LinkedHashMap<>();
        for (ObjectNode subject : chart.subjects()) {
            for (ObjectNode each : answered(call, subject, chart, references)) {
                subjects.putIfAbsent(HookCall.reference(each), each);
            }
        }
        return List.copyOf(subjects.values());
    }

    private static List<ObjectNode> answered(
            HookCall call, ObjectNode subject, CallChart chart, References references) {
        if (call.hook() == Hook.ORDER_SELECT && !HookCall.namesSomething(subject)) {
            return List.of();
        }
        if (call.hook().aboutVisit()) {
            // Most visits are about nothing that a policy here speaks of: only an order behind one can say that.
            return orders(subject, chart, references).isEmpty() ? List.of() : List.of(subject);
        }
        boolean appointment = subject.path("resourceType").asText().equals("Appointment");
        if (appointment && call.version() == GuideVersion.STU_2_2) {
            // CRD 2.2, profile-appointment-with-order: the order carries the information, where there is one.
            List<ObjectNode> orders = orders(subject, chart, references);
            return orders.isEmpty() ? List.of(subject) : orders;
        }
        return List.of(subject);
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
