package org.precert.signin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the cookies of a server, and goes where it and the provider send it. */
final class Browser {

    final Map<String, String> cookies = new LinkedHashMap<>();
    private SignInServer server;

    Browser(SignInServer server) {
        this.server = server;
    }

    /** As a balancer would. */
    Browser at(SignInServer other) {
        server = other;
        return this;
    }

    /** To the provider, and back with what it said. */
    HttpResponse<String> signIn() {
        return comeBack(begin());
    }

    /** @return where the provider sends it back to: path and query */
    String begin() {
        HttpResponse<String> sent = get("/sign-in");
        if (sent.statusCode() != 302) {
            throw new AssertionError("Not sent to the provider: " + sent.statusCode() + " " + sent.body());
        }
        HttpResponse<String> back = SignInServer.ask(
                HttpRequest.newBuilder(URI.create(location(sent))).build());
        return location(back).substring("http://localhost".length());
    }

    HttpResponse<String> comeBack(String path) {
        return get(path);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "Sec-Fetch-Dest", "document");
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = "a=b"
                + cookies.entrySet().stream()
                        .map(each -> "; " + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining());
        HttpResponse<String> answer = server.send(method, path, all);
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.substring(0, set.indexOf(';')).split("=", 2);
            if (set.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
