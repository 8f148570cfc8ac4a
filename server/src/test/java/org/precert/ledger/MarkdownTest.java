package org.precert.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comes from outside can not write the page. */
class MarkdownTest {

    @Test
    void keepsForeignTextInItsLine() {
        Markdown page = new Markdown();
        page.point("Words", "one\n# two\r\n- three");
        assertThat(page.toString()).isEqualTo("- Words: one \\# two - three\n");
    }

    @Test
    void takesForeignMarksForText() {
        assertThat(Markdown.plain("[x](http://y) <b> `c` *d*")).isEqualTo("\\[x\\](http://y) \\<b\\> \\`c\\` \\*d\\*");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Markdown page = new Markdown();
        page.point("Words", " ");
        assertThat(page.toString()).isEmpty();
    }
}
