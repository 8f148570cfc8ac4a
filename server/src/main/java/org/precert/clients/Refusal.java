package org.precert.clients;

import java.util.Locale;

/** Why a token is not good. It is for our log: the caller learns nothing but that it was refused. */
enum Refusal {
    NO_TOKEN,
    MALFORMED,
    ALGORITHM,
    TYPE,
    EXTENSION,
    OWN_KEY,
    NO_KID,
    UNKNOWN_ISSUER,
    FOREIGN_JKU,
    KEYS_UNAVAILABLE,
    UNKNOWN_KEY,
    SIGNATURE,
    INCOMPLETE,
    AUDIENCE,
    SUBJECT,
    EXPIRED,
    NOT_YET_VALID,
    LIFETIME,
    TENANT,
    JTI,
    REPLAYED,
    STORE_UNAVAILABLE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
