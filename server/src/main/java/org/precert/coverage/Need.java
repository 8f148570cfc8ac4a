package org.precert.coverage;

import java.util.Arrays;

/** What an order lacks, in the guide's words. CRD 2.0.1 does not know the detail code. */
public enum Need {
    PERFORMER("performer"),
    LOCATION("location"),
    TIMEFRAME("timeframe"),
    CONTRACT_WINDOW("contract-window"),
    DETAIL_CODE("detail-code"),
    OTHER("OTH");

    private final String code;

    Need(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Need of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
