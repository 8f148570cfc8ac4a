package org.precert.tenants;

import java.util.Map;

/**
 * What is sent.
 *
 * @param headers beside those that say who sends it
 */
record Request(String method, String path, String body, Map<String, String> headers) {

    static Request get(String path) {
        return new Request("GET", path, "", Map.of());
    }

    static Request post(String path, String body) {
        return new Request("POST", path, body, Map.of());
    }

    Request with(String name, String value) {
        return new Request(method, path, body, Map.of(name, value));
    }
}
