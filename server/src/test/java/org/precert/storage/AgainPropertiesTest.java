package org.precert.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AgainPropertiesTest {

    /** Whatever goes wrong in whatever order, and however long each attempt takes. */
    @Property
    void workIsDoneFourTimesAtMostAndNotAgainAfterTwoSeconds(
            @ForAll @Size(10) List<Trouble> troubles, @ForAll @IntRange(max = 3000) int millisEach) {
        long[] now = {0};
        List<Long> pauses = new ArrayList<>();
        Again again = new Again(() -> now[0], millis -> {
            pauses.add(millis);
            now[0] += millis * 1_000_000;
        });
        int done = 0;
        boolean goesOn = true;
        while (goesOn) {
            assertThat(now[0]).isLessThanOrEqualTo(2_200_000_000L);
            now[0] += millisEach * 1_000_000L;
            Trouble trouble = troubles.get(done++);
            goesOn = again.after(trouble);
            assertThat(goesOn && (trouble == Trouble.SLOW || trouble == Trouble.OTHER))
                    .isFalse();
        }
        assertThat(done).isLessThanOrEqualTo(4);
        assertThat(pauses).hasSize(done - 1).allMatch(millis -> millis >= 25 && millis < 400);
    }
}
