package org.precert.pas.call;

import java.util.List;
import java.util.stream.Stream;

/** The numbers and names that a Claim carries in extensions and identifiers. */
final class Numbers {

    private Numbers() {}

    /** REF-BB: what the payer numbered an authorization with. */
    static List<String> authorizations(Spot claim) {
        return texts(claim, Pas.AUTHORIZATION_NUMBER);
    }

    /** REF-NT: what the payer numbered a request with that it did not authorize. */
    static List<String> administrative(Spot claim) {
        return texts(claim, Pas.ADMINISTRATIVE_NUMBER);
    }

    static List<BusinessId> identifiers(Spot claim) {
        return claim.each("identifier").stream()
                .flatMap(each -> each.identifier().stream())
                .distinct()
                .toList();
    }

    static Transmission transmission(Spot claim) {
        return claim.extension(Pas.TRANSMISSION)
                .map(each -> new Transmission(
                        part(each, "applicationSenderCode"),
                        part(each, "applicationReceiverCode"),
                        part(each, "interchangeSenderID"),
                        part(each, "interchangeReceiverID")))
                .orElse(Transmission.NONE);
    }

    private static String part(Spot extension, String url) {
        return extension.extension(url).map(each -> each.value().text().strip()).orElse("");
    }

    /** Of the Claim first, then of its items. */
    private static List<String> texts(Spot claim, String url) {
        return Stream.concat(Stream.of(claim), claim.each("item").stream())
                .flatMap(each -> each.extensions(url).stream())
                .map(each -> each.value().text().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
