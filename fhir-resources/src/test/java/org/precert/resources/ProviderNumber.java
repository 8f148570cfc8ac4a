package org.precert.resources;

/** The check digit of a national provider identifier. */
final class ProviderNumber {

    static final String SYSTEM = "http://hl7.org/fhir/sid/us-npi";

    private ProviderNumber() {}

    /** The Luhn sum over the identifier behind 80840, the prefix of health care in the United States. */
    static boolean checks(String identifier) {
        String digits = new StringBuilder("80840" + identifier).reverse().toString();
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return identifier.length() == 10 && sum % 10 == 0;
    }
}
