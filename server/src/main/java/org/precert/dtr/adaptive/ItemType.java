package org.precert.dtr.adaptive;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of items, and the types of their answers. <a href="http://hl7.org/fhir/R4/valueset-item-type.html">R4</a> */
enum ItemType {
    GROUP("group"),
    DISPLAY("display"),
    BOOLEAN("boolean", "Boolean"),
    DECIMAL("decimal", "Decimal"),
    INTEGER("integer", "Integer"),
    DATE("date", "Date"),
    DATE_TIME("dateTime", "DateTime"),
    TIME("time", "Time"),
    STRING("string", "String"),
    TEXT("text", "String"),
    URL("url", "Uri"),
    CHOICE("choice", "Coding"),
    OPEN_CHOICE("open-choice", "Coding", "String"),
    ATTACHMENT("attachment", "Attachment"),
    REFERENCE("reference", "Reference"),
    QUANTITY("quantity", "Quantity");

    private static final Map<String, ItemType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ItemType::code, type -> type));

    private final String code;
    private final String answer;
    private final String otherAnswer;

    ItemType(String code) {
        this(code, "");
    }

    ItemType(String code, String answer) {
        this(code, answer, answer);
    }

    ItemType(String code, String answer, String otherAnswer) {
        this.code = code;
        this.answer = answer;
        this.otherAnswer = otherAnswer;
    }

    static Optional<ItemType> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    String code() {
        return code;
    }

    boolean isQuestion() {
        return !answer.isEmpty();
    }

    /** @param type what stands after "value" in the name of the element */
    boolean takes(String type) {
        return type.equals(answer) || type.equals(otherAnswer);
    }
}
