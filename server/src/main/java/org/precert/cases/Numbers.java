package org.precert.cases;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Numbers that people read out on the telephone: ten characters without I, L, O, U and Z, the last of which checks the
 * others. 44 bits are random, so nobody guesses one.
 */
public final class Numbers {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXY";
    private static final int LENGTH = 9;

    private final RandomGenerator random;

    public Numbers() {
        this(new SecureRandom());
    }

    Numbers(RandomGenerator random) {
        this.random = random;
    }

    /** @param prefix one letter that tells what is numbered */
    public String next(String prefix) {
        StringBuilder number = new StringBuilder(prefix);
        int check = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = random.nextInt(LETTERS.length());
            // Neighbours that change places, and any one wrong letter, are found: 31 is a prime.
            check = (check * 2 + digit) % LETTERS.length();
            number.append(LETTERS.charAt(digit));
        }
        return number.append(LETTERS.charAt(check)).toString();
    }
}
