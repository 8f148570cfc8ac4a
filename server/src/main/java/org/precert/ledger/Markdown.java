package org.precert.ledger;

import java.util.regex.Pattern;

/** Markdown, line by line. What came from outside is text in it, whatever it looks like. */
final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|!~&]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final StringBuilder text = new StringBuilder();

    static String plain(String value) {
        return SPECIAL.matcher(SPACE.matcher(value).replaceAll(" ").strip()).replaceAll("\\\\$0");
    }

    void title(String words) {
        text.append("# ").append(words).append("\n");
    }

    void section(String words) {
        text.append("\n## ").append(words).append("\n\n");
    }

    /** A point of a list; left out if there is nothing to tell. */
    void point(String name, String value) {
        if (!value.isBlank()) {
            text.append("- ").append(name).append(": ").append(plain(value)).append("\n");
        }
    }

    /** A point below the last one. */
    void below(String name, String value) {
        text.append("  - ")
                .append(plain(name))
                .append(": ")
                .append(plain(value))
                .append("\n");
    }

    void paragraph(String words) {
        text.append(plain(words)).append("\n\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
