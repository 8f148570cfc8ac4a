package org.precert.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import org.precert.limits.CallerJson;

/** Refuses numbers whose exponent alone makes them costly: {@code 1E999999} is eight bytes, and a million digits. */
final class SaneNumbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST_EXPONENT = CallerJson.LARGEST_EXPONENT;

    @Override
    public ValueNode numberNode(BigDecimal value) {
        if (value != null && Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
            throw new ArithmeticException("A number has an exponent beyond " + LARGEST_EXPONENT);
        }
        return super.numberNode(value);
    }
}
