package org.occupationalstandards.standards.lifecycle.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContentDiffPropertiesTest {

    @Provide
    Arbitrary<Content> contents() {
        return Contents.any();
    }

    @Property(tries = 3000)
    void theDifferenceAppliedToTheOneIsTheOther(@ForAll("contents") Content before, @ForAll("contents") Content after) {
        List<Change> changes = ContentDiff.between(before, after);

        assertThat(ContentDiff.apply(changes, before)).isEqualTo(after);
        assertThat(changes.isEmpty()).isEqualTo(before.equals(after));
    }

    @Property(tries = 1000)
    void theOrderInWhichChangesAreToldDoesNotMatter(
            @ForAll("contents") Content before, @ForAll("contents") Content after, @ForAll Random random) {
        List<Change> changes = new ArrayList<>(ContentDiff.between(before, after));
        List<Change> additions = changes.stream()
                .filter(change -> change.part() != Change.Part.DUTY)
                .toList();
        changes.removeAll(additions);
        List<Change> shuffled = new ArrayList<>(additions);
        Collections.shuffle(shuffled, random);
        changes.addAll(shuffled);

        assertThat(ContentDiff.apply(changes, before)).isEqualTo(after);
    }

    @Property(tries = 1000)
    void noChangeIsToldTwiceOrForNothing(@ForAll("contents") Content before, @ForAll("contents") Content after) {
        List<Change> changes = ContentDiff.between(before, after);

        assertThat(changes).doesNotHaveDuplicates();
        for (int i = 0; i < changes.size(); i++) {
            List<Change> allButOne = new ArrayList<>(changes);
            Change left = allButOne.remove(i);
            if (String.valueOf(left.field()).startsWith("soc2020") && after.soc2020() == null) {
                continue; // what belonged to a code goes with the code; the reader is told all the same
            }
            assertThat(ContentDiff.apply(allButOne, before))
                    .as("without %s", left)
                    .isNotEqualTo(after);
        }
    }
}
