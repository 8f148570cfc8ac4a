package org.precert.cases.metrics;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.precert.policy.Payer;
import org.precert.policy.PolicyBook;

/** Makes the report. */
final class Reporter {

    private final Stories stories;
    private final PolicyBook book;
    private final Contracts contracts;
    private final SmallCells cells;

    Reporter(Stories stories, PolicyBook book, Contracts contracts, SmallCells cells) {
        this.stories = stories;
        this.book = book;
        this.contracts = contracts;
        this.cells = cells;
    }

    /**
     * Whether all of these payers are served here.
     *
     * @param payers keys
     */
    boolean knows(Set<String> payers) {
        return book.payers().stream()
                .map(Payer::key)
                .collect(Collectors.toSet())
                .containsAll(payers);
    }

    Report report(Question question) {
        Stories.OfYear read = stories.of(question.year(), question.subject());
        Map<String, List<Story>> groups = read.stories().stream()
                .filter(story -> question.isAbout(story.where()))
                .collect(Collectors.groupingBy(
                        story -> contracts.group(story.where(), question.level()), TreeMap::new, Collectors.toList()));
        return new Report(
                question.year(),
                question.subject(),
                question.level(),
                read.asOf().truncatedTo(ChronoUnit.SECONDS),
                !read.asOf().isBefore(question.year().until()),
                RequiredItem.of(book, question.payers(), question.year()),
                groups.entrySet().stream()
                        .map(group -> Map.entry(group.getKey(), new Tally(question.year(), group.getValue())))
                        .filter(group -> !group.getValue().isEmpty())
                        .map(group -> new Report.Group(group.getKey(), Figures.of(group.getValue(), cells)))
                        .toList(),
                Definition.all(cells));
    }
}
