package org.precert.evaluation;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The clauses of a {@code policy.md}: its sections headed {@code ### label · title}. */
record PolicyPage(List<Section> statements, List<Section> criteria) {

    private static final Pattern SECTION =
            Pattern.compile("^### (?<label>.+?)(?: · (?<title>.*))?$\\n(?<text>(?:^(?!#).*$\\n?)*)", Pattern.MULTILINE);
    private static final Pattern SAYS = Pattern.compile("Says:\\s+(.+?)\\s+(?:Where|Reading):", Pattern.DOTALL);
    private static final Pattern EXCUSE =
            Pattern.compile("^Not applicable: (in|out|unknown), \\S.*$", Pattern.MULTILINE);

    record Section(String label, String text) {

        /** What the clause says, in our words; empty where the section does not tell. */
        String says() {
            Matcher says = SAYS.matcher(text);
            return says.find() ? says.group(1).replaceAll("\\s+", " ") : "";
        }

        /** The answers that this clause can not have, with a reason. */
        Set<String> notApplicable() {
            return EXCUSE.matcher(text).results().map(excuse -> excuse.group(1)).collect(Collectors.toSet());
        }
    }

    static PolicyPage read(String markdown) {
        return new PolicyPage(sections(markdown, "Statements"), sections(markdown, "Criteria"));
    }

    private static List<Section> sections(String markdown, String chapter) {
        Matcher found = Pattern.compile("^## " + chapter + "$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(markdown);
        return found.find()
                ? SECTION.matcher(found.group(1))
                        .results()
                        .map(PolicyPage::section)
                        .toList()
                : List.of();
    }

    private static Section section(MatchResult heading) {
        return new Section(heading.group(1), heading.group(3));
    }
}
