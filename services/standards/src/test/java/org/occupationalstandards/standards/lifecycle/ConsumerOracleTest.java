package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Content;

/** The oracle complains where it should: a check that never fails is none. */
class ConsumerOracleTest {

    private static final LocalDate DAY = History.DAY;

    private static StandardEvent approved(String version, LocalDate from) {
        return new ApprovalEvent.StandardApproved(
                version, ChangeClass.NEW, Content.titled("Title"), DAY, from, null, "committee", History.START);
    }

    private static StandardEvent product(@Nullable Integer larsCode) {
        return new ProductEvent.ProductChanged(
                new Product(
                        ProductType.APPRENTICESHIP,
                        "ST0218",
                        larsCode,
                        null,
                        ProductStatus.IN_DEVELOPMENT,
                        null,
                        null,
                        null,
                        false,
                        false,
                        false),
                null,
                "official",
                History.START);
    }

    /** An approved standard at 1.0, and then these events whether the rules would allow them or not. */
    private static List<String> complaints(StandardEvent... more) {
        List<StandardEvent> events = new ArrayList<>(Examples.approved().events());
        StandardState state = Examples.approved().state();
        for (StandardEvent event : more) {
            events.add(event);
            state = state.after(event);
        }
        return ConsumerOracle.complaints(events, state);
    }

    @Test
    void whatIsRightIsRight() {
        assertThat(complaints()).isEmpty();
        assertThat(complaints(
                        approved("1.1", DAY.plusDays(1)), approved("2.0", DAY.plusDays(9)), product(1), product(2)))
                .isEmpty();
    }

    @Test
    void gapsAndNonsenseInNumbersAreSeen() {
        for (String wrong : List.of("1.2", "2.1", "3.0", "1.0", "0.9", "1", "x")) {
            assertThat(complaints(approved(wrong, DAY.plusDays(1)))).as(wrong).isNotEmpty();
        }
    }

    @Test
    void overlappingWindowsAreSeen() {
        assertThat(complaints(approved("1.1", DAY))).isNotEmpty();
        assertThat(complaints(approved("1.1", DAY.minusDays(1)))).isNotEmpty();
    }

    @Test
    void aVersionThatFollowsOnNobodyKnowsWhichDayIsSeen() {
        var undated = new StandardRegistered(
                Examples.REFERENCE,
                Status.APPROVED,
                "1.1",
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Content.titled("Title"),
                List.of(),
                GreenTheme.NONE,
                List.of(),
                "official",
                History.START);

        assertThat(complaints(undated))
                .anyMatch(complaint -> complaint.contains("1.1 starts null"))
                .anyMatch(complaint -> complaint.equals("1.0 ends null and the next starts null"));
    }

    @Test
    void aLostLarsCodeIsSeen() {
        assertThat(complaints(product(218), product(null))).containsExactly("ST0218 lost its LARS code");
    }

    @Test
    void aStateThatSaysSomethingElseIsSeen() {
        History other = Examples.approved();
        VersionsTest.nextVersion(other, ChangeClass.CORRECTION, "One");

        assertThat(ConsumerOracle.complaints(Examples.approved().events(), other.state()))
                .isNotEmpty();
    }
}
