package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;

/** What the public is asked about can be read, from the announcement that opens it to what came of it. */
class ConsultationsTest {

    private final RunningCatalogue catalogue = RunningCatalogue.shared();
    private final Standards standards = new Standards();

    @AfterEach
    void close() {
        standards.close();
    }

    @Test
    void aDraftIsReadWhileItIsConsultedOnAndAfter() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.CONSULTATION_OPENED)
                .say(AnnouncementType.CONSULTATION_EXTENDED, data -> data.put("closesAt", "2096-07-20T23:30:00Z"));
        String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

        var open = catalogue.json(path);
        assertThat(open.get("kind").asString()).isEqualTo("draft");
        assertThat(open.get("state").asString()).isEqualTo("open");
        assertThat(open.get("closesAt").asString()).isEqualTo("2096-07-20T23:30:00Z");
        assertThat(open.get("closesOn").asString()).isEqualTo("2096-07-21");
        assertThat(open.at("/comment/href").asString())
                .endsWith("/standards/" + standard.reference() + "/commands/comment");
        assertThat(open.at("/draft/duties").size()).isPositive();
        assertThat(listed(standard.reference())).isEqualTo("open");

        standards.settle(standard.say(AnnouncementType.CONSULTATION_CLOSED));

        var closed = catalogue.json(path);
        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(closed.get("comment").isNull()).isTrue();
        assertThat(closed.get("comments").isNumber()).isTrue();
        assertThat(closed.get("dispositions").has("acceptedInPart")).isTrue();
        assertThat(closed.at("/draft/duties").size()).isPositive();
        assertThat(listed(standard.reference())).isEqualTo("closed");
    }

    @Test
    void aRetirementIsAskedAboutWithItsReason() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED)
                .say(AnnouncementType.RETIREMENT_PROPOSED);
        String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

        assertThat(catalogue.json(path).get("kind").asString()).isEqualTo("retirement");
        assertThat(catalogue.json(path).get("reason").asString()).isEqualTo("No starts in two years.");
        assertThat(catalogue.json(path).get("closesOn").asString()).isEqualTo("2029-02-07");

        standards.settle(standard.say(AnnouncementType.RETIREMENT_DECLINED));

        assertThat(catalogue.json(path).get("state").asString()).isEqualTo("closed");
    }

    @Test
    void workThatIsGivenUpEndsItsConsultation() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.CONSULTATION_OPENED)
                .say(AnnouncementType.WITHDRAWN);
        String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

        assertThat(catalogue.json(path).get("state").asString()).isEqualTo("closed");
    }

    @Test
    void afterItsClosingTimeItIsOpenUntilTheCommentsAreAnsweredAndNobodyIsToldToComment() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.CONSULTATION_OPENED, data -> data.put("closesAt", "2026-07-20T23:30:00Z"));
        String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

        assertThat(catalogue.json(path).get("state").asString()).isEqualTo("open");
        assertThat(catalogue.json(path).get("comment").isNull()).isTrue();
    }

    @Test
    void anExtensionOpensItAgainWhereItEndedWithoutAResult() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.CONSULTATION_OPENED)
                .say(AnnouncementType.WITHDRAWN)
                .say(AnnouncementType.CONSULTATION_EXTENDED, data -> data.put("closesAt", "2096-07-20T23:30:00Z"));
        String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

        assertThat(catalogue.json(path).get("state").asString()).isEqualTo("open");
        assertThat(catalogue.json(path).get("closedAt").isNull()).isTrue();
        assertThat(catalogue.json(path).get("closesOn").asString()).isEqualTo("2096-07-21");
        assertThat(catalogue.json(path).at("/comment/method").asString()).isEqualTo("POST");
    }

    @Test
    void workThatIsTakenUpAgainBringsItsConsultationBack() {
        for (var ended : List.of(AnnouncementType.WITHDRAWN, AnnouncementType.REVISION_ABANDONED)) {
            var standard = standards
                    .next()
                    .say(AnnouncementType.PROPOSED)
                    .say(AnnouncementType.CONSULTATION_OPENED)
                    .say(ended)
                    .say(AnnouncementType.CORRECTED, data -> {
                        data.remove("correctedVersion");
                        data.putObject("consultation")
                                .put("closesAt", "2096-07-20T23:30:00Z")
                                .put("zone", "Europe/London");
                    });
            String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

            assertThat(catalogue.json(path).get("state").asString()).isEqualTo("open");
            assertThat(catalogue.json(path).get("closesAt").asString()).isEqualTo("2096-07-20T23:30:00Z");
            assertThat(listed(standard.reference())).isEqualTo("open");
        }
    }

    @Test
    void anotherCorrectionAndAnExtensionAfterTheResultLeaveItClosed() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.CONSULTATION_OPENED)
                .say(AnnouncementType.CONSULTATION_CLOSED)
                .say(AnnouncementType.CONSULTATION_EXTENDED, data -> data.put("closesAt", "2096-07-20T23:30:00Z"))
                .say(AnnouncementType.CORRECTED, data -> data.remove("correctedVersion"));
        String path = "/occupations/" + standards.settle(standard).reference() + "/consultation";

        assertThat(catalogue.json(path).get("state").asString()).isEqualTo("closed");
        assertThat(catalogue.json(path).get("comments").isNumber()).isTrue();
    }

    @Test
    void everyWrongParameterIsNamed() {
        var answer = catalogue.get("/consultations?page=0&size=x&route=7");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("page", "size", "route");
        assertThat(catalogue.get("/occupations/OCC0000/consultation").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aVersionIsListedWithItsChangeNote() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED, data -> data.put("changeNote", "Two duties became one."));
        String path = "/occupations/" + standards.settle(standard).reference() + "/versions";

        assertThat(catalogue.json(path).at("/items/0/changeNote").asString()).isEqualTo("Two duties became one.");
    }

    private String listed(String reference) {
        for (var item : catalogue.json("/consultations?size=200").get("items")) {
            if (item.get("reference").asString().equals(reference))
                return item.get("state").asString();
        }
        return "not listed";
    }
}
