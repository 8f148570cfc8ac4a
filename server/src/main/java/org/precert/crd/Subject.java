package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.precert.review.OrderLine;
import org.precert.review.OrderReading;

/**
 * What an answer is given for.
 *
 * @param resource as it came in
 * @param dated what tells the date of service: itself, or the appointment that was booked for it
 */
record Subject(ObjectNode resource, ObjectNode dated) {

    static Subject of(ObjectNode resource) {
        return new Subject(resource, resource);
    }

    OrderLine line(LocalDate today) {
        OrderLine own = OrderReading.line(resource, today);
        return new OrderLine(
                own.reference(),
                own.label(),
                OrderReading.line(dated, own.dateOfService()).dateOfService());
    }
}
