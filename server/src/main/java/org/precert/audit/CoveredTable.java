package org.precert.audit;

import java.util.List;

/**
 * Tables whose rows never change once they are written, and the columns that are hashed, in this order: those of their insert
 * statement. A column that comes later is not covered; to cover it, add an entry for the same table with all of them, and leave
 * this one for the rows of before.
 */
public enum CoveredTable {
    EXCHANGE(
            "exchange",
            1,
            "id, door, client, caller_id, received_at, took_us, status, orders, cards, request, facts, answer"),
    REVIEW("review", 1, """
            assertion_id, exchange_id, order_ref, coverage_ref, payer, policy, policy_version, content_hash, engine, \
            date_of_service, made_on, determination, covered, pa_needed, doc_needed, questionnaire, question, explanation"""),
    CASE_EVENT("case_event", 2, "case_id, number, at, kind, by_whom, body, actor"),
    SUBMISSION(
            "submission", 1, "id, client, request_key, hash, version, case_id, received_at, status, request, response"),
    /** Once it is of a case; what is held without one is forgotten after a time. */
    ATTACHMENT(
            "attachment",
            1,
            "id, client, control_hash, member_hash, content_hash, received_at, version, bytes, body, facts");

    private final String table;
    private final String columns;
    private final int keys;
    private final int width;

    CoveredTable(String table, int keys, String columns) {
        this.table = table;
        this.keys = keys;
        this.columns = columns;
        this.width = columns.split(", ", -1).length;
    }

    /** @param values of the columns, in the order of the insert statement, as they are given to it */
    public CoveredRow row(Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(table + " has " + width + " columns that are covered");
        }
        String key = keys == 1 ? String.valueOf(values[0]) : values[0] + "/" + values[1];
        return new CoveredRow(this, key, RowHash.of(values));
    }

    String code() {
        return table;
    }

    List<String> columns() {
        return List.of(columns.split(", ", -1));
    }

    List<String> keys() {
        return columns().subList(0, keys);
    }
}
