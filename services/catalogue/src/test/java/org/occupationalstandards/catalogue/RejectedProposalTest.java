package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.databind.node.ObjectNode;

/** Whoever reads an occupation that was decided against learns it from its page, for as long as that stands. */
class RejectedProposalTest {

    private static final String REJECTED =
            "The proposal to develop a standard for this occupation was rejected on 2 March 2026.";

    private final RunningCatalogue catalogue = RunningCatalogue.shared();
    private final Standards standards = new Standards();

    @AfterEach
    void close() {
        standards.close();
    }

    private Announcer.Standard rejected() {
        return standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.PROPOSAL_SUBMITTED)
                .say(AnnouncementType.PROPOSAL_REJECTED);
    }

    private String page(Announcer.Standard standard) {
        String path = "/occupations/" + standards.settle(standard).reference();
        return catalogue
                .send(catalogue.request(path).header("Accept", "text/html"))
                .body();
    }

    private static void stillPotential(ObjectNode data) {
        data.put("statusBefore", "potential").put("statusAfter", "potential").put("version", "0.0");
        ((ObjectNode) data.get("occupation")).put("status", "potential").put("version", "0.0");
    }

    @Test
    void thePageSaysWhatWasDecidedWhenWhyAndWhatMayComeOfIt() {
        assertThat(page(rejected()))
                .contains(
                        REJECTED,
                        "Too close to an existing standard.",
                        "its employer group may submit another proposal",
                        "For a limited time the decision can be challenged");
    }

    @Test
    void aFirstVersionThatWasRejectedIsSaidToo() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(
                        AnnouncementType.REJECTED,
                        data -> data.put("statusAfter", "potential")
                                .put("version", "0.0")
                                .put("decidedOn", "2026-03-02"));

        assertThat(page(standard))
                .contains("The standard that was written for this occupation was rejected on 2 March 2026.");
    }

    @Test
    void aTitleThatIsMendedLeavesTheDecisionAsItIs() {
        assertThat(page(rejected().say(AnnouncementType.CORRECTED, RejectedProposalTest::stillPotential)))
                .contains(REJECTED);
    }

    @Test
    void aDecisionThatWasTakenBackIsNotSaidAnyMore() {
        var standard = rejected().say(AnnouncementType.CORRECTED, data -> {
            stillPotential(data);
            data.put("decidedOn", "2026-03-20");
        });

        assertThat(page(standard)).doesNotContain("was rejected on");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSAL_SUBMITTED", "WITHDRAWN", "REGISTERED"})
    void whatComesAfterItTakesItsPlace(AnnouncementType next) {
        assertThat(page(rejected().say(next))).doesNotContain("was rejected on");
    }
}
