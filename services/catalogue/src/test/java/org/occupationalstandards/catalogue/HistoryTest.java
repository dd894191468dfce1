package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as it was on a day, and the versions of an occupation. */
class HistoryTest {

    private final Standards standards = new Standards();
    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @AfterEach
    void close() {
        standards.close();
    }

    private static ObjectNode occupation(ObjectNode data) {
        return (ObjectNode) data.get("occupation");
    }

    private String statusOn(String reference, String day) {
        var answer = catalogue.get("/occupations/" + reference + "?asOf=" + day);
        if (answer.statusCode() == 404) return "unknown";
        return catalogue
                .json("/occupations/" + reference + "?asOf=" + day)
                .get("status")
                .asString();
    }

    private long foundOn(String reference, String day, String more) {
        return catalogue
                .json("/occupations?q=" + reference + "&asOf=" + day + more)
                .get("total")
                .asLong();
    }

    @Test
    void anOccupationIsShownAsItWasAtTheEndOfThatDayInLondon() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED, data -> data.put("recordedAt", "2025-03-01T09:00:00Z"))
                .say(AnnouncementType.PROPOSAL_ACCEPTED, data -> data.put("recordedAt", "2025-03-01T10:00:00Z"))
                // In London, where it is summer, that is the next day.
                .say(AnnouncementType.APPROVED, data -> data.put("recordedAt", "2025-06-30T23:30:00Z"))
                .say(AnnouncementType.RETIRED, data -> data.put("recordedAt", "2026-01-15T12:00:00Z"));
        String reference = standards.settle(standard).reference();

        assertThat(statusOn(reference, "2025-02-28")).isEqualTo("unknown");
        assertThat(statusOn(reference, "2025-03-01")).isEqualTo("in-development");
        assertThat(statusOn(reference, "2025-06-30")).isEqualTo("in-development");
        assertThat(statusOn(reference, "2025-07-01")).isEqualTo("approved");
        assertThat(statusOn(reference, "2026-01-14")).isEqualTo("approved");
        assertThat(statusOn(reference, "2026-01-15")).isEqualTo("retired");
        assertThat(statusOn(reference, "2999-01-01")).isEqualTo("retired");
        assertThat(catalogue.json("/occupations/" + reference).get("status").asString())
                .isEqualTo("retired");

        assertThat(foundOn(reference, "2025-02-28", "")).isZero();
        assertThat(foundOn(reference, "2025-03-01", "&status=in-development")).isEqualTo(1);
        assertThat(foundOn(reference, "2025-12-31", "&status=approved")).isEqualTo(1);
        assertThat(foundOn(reference, "2025-12-31", "&status=retired")).isZero();
        assertThat(catalogue
                        .json("/map?q=" + reference + "&asOf=2025-12-31")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(catalogue
                        .json("/map?q=" + reference + "&asOf=2025-02-28")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aVersionEndsWithItsStandardAndStaysEndedWhenThatComesBack() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED, data -> occupation(data).put("effectiveFrom", "2024-09-01"))
                .say(AnnouncementType.RETIRED, data -> data.put("effectiveFrom", "2025-04-01"))
                .say(AnnouncementType.REINSTATED, data -> data.put("statusBefore", "retired"));
        String reference = standards.settle(standard).reference();

        var now = catalogue.json("/occupations/" + reference);
        assertThat(now.get("version").asString()).isEqualTo("0.0");
        for (String field : List.of("approvedOn", "effectiveFrom", "effectiveTo", "replacedBy")) {
            assertThat(now.get(field).isNull()).as(field).isTrue();
        }
        assertThat(lastDays(reference)).containsExactly("2025-03-31");
        assertThat(catalogue
                        .json("/occupations/" + reference + "/versions/1.0")
                        .get("effectiveTo")
                        .asString())
                .isEqualTo("2025-03-31");

        standards.settle(standard.say(AnnouncementType.APPROVED, data -> {
            occupation(data).put("version", "2.0").put("effectiveFrom", "2026-01-01");
            data.put("version", "2.0");
        }));
        assertThat(lastDays(reference)).containsExactly("", "2025-03-31");
    }

    @Test
    void anEndThatIsDeclinedIsTakenBackWithWhatWasToReplaceIt() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED)
                .say(
                        AnnouncementType.CORRECTED,
                        data -> occupation(data)
                                .put("effectiveTo", "2030-06-30")
                                .put("replacedBy", "OCC0219"))
                .say(AnnouncementType.RETIREMENT_DECLINED);
        String reference = standards.settle(standard).reference();

        var now = catalogue.json("/occupations/" + reference);
        assertThat(now.get("effectiveTo").isNull()).isTrue();
        assertThat(now.get("replacedBy").isNull()).isTrue();
        assertThat(lastDays(reference)).containsExactly("");
    }

    /** Of the versions, the newest first; empty for one that goes on. */
    private List<String> lastDays(String reference) {
        return catalogue
                .json("/occupations/" + reference + "/versions")
                .get("items")
                .valueStream()
                .map(version -> version.get("effectiveTo").asString(""))
                .toList();
    }

    @Test
    void beforeTheFirstRecordTheVersionInForceIsShown() {
        var standard = standards.next().say(AnnouncementType.REGISTERED, data -> {
            data.put("recordedAt", "2025-03-01T09:00:00Z");
            data.put("statusAfter", "retired");
            occupation(data)
                    .put("status", "retired")
                    .put("version", "1.2")
                    .put("effectiveFrom", "2020-09-01")
                    .put("effectiveTo", "2024-08-31");
        });
        String reference = standards.settle(standard).reference();

        assertThat(statusOn(reference, "2020-09-01")).isEqualTo("approved");
        assertThat(statusOn(reference, "2024-08-31")).isEqualTo("approved");
        assertThat(foundOn(reference, "2022-01-01", "&status=approved")).isEqualTo(1);
        assertThat(statusOn(reference, "2024-09-01")).isEqualTo("unknown");
        assertThat(statusOn(reference, "2025-03-01")).isEqualTo("retired");
        assertThat(foundOn(reference, "2020-08-31", "")).isZero();
        var tooEarly = catalogue.get("/occupations/" + reference + "?asOf=2020-08-31");
        assertThat(tooEarly.statusCode()).isEqualTo(404);
        assertThat(tooEarly.body()).contains("the first day that is known is 2020-09-01");
    }

    @Test
    void aClockThatWentBackDoesNotReorderTheHistory() {
        var standard =
                standards.next().say(AnnouncementType.PROPOSED, data -> data.put("recordedAt", "2025-05-02T00:30:00Z"));
        standards
                .settle(standard)
                .say(AnnouncementType.WITHDRAWN, data -> data.put("recordedAt", "2025-05-01T22:30:00Z"));
        String reference = standards.settle(standard).reference();

        assertThat(statusOn(reference, "2025-05-01")).isEqualTo("unknown");
        assertThat(statusOn(reference, "2025-05-02")).isEqualTo("withdrawn");
    }

    @Test
    void eachVersionIsInForceUntilTheDayBeforeTheNext() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(
                        AnnouncementType.APPROVED,
                        data -> occupation(data)
                                .put("version", "1.0")
                                .put("effectiveFrom", "2024-09-01")
                                .put("overview", "The first."))
                .say(AnnouncementType.APPROVED, data -> {
                    data.put("changeClass", "adjustment");
                    occupation(data)
                            .put("version", "1.1")
                            .put("effectiveFrom", "2025-09-01")
                            .put("overview", "The second.");
                })
                .say(AnnouncementType.APPROVED, data -> {
                    data.put("changeClass", "revision");
                    occupation(data)
                            .put("version", "2.0")
                            .put("effectiveFrom", "2026-09-01")
                            .put("overview", "The third.");
                });
        String path = "/occupations/" + standards.settle(standard).reference();

        var versions = catalogue.json(path + "/versions").get("items");
        assertThat(versions.findValuesAsString("version")).containsExactly("2.0", "1.1", "1.0");
        assertThat(versions.findValuesAsString("changeClass")).containsExactly("revision", "adjustment", "new");
        assertThat(versions.get(0).get("effectiveTo").isNull()).isTrue();
        assertThat(versions.get(1).get("effectiveTo").asString()).isEqualTo("2026-08-31");
        assertThat(versions.get(2).get("effectiveTo").asString()).isEqualTo("2025-08-31");
        assertThat(catalogue.json(path + "/versions/1.1").get("overview").asString())
                .isEqualTo("The second.");
        assertThat(catalogue.json(path).get("overview").asString()).isEqualTo("The third.");
        assertThat(catalogue.get(path + "/versions/1.2").statusCode()).isEqualTo(404);
        assertThat(catalogue.get(path + "/versions/latest").statusCode()).isEqualTo(404);
        assertThat(catalogue.get("/occupations/OCC0000/versions").statusCode()).isEqualTo(404);
    }

    @Test
    void anApprovedVersionIsReadAtOnceAndStandsFromItsFirstDayOn() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED, data -> data.put("recordedAt", "2025-01-02T09:00:00Z"))
                .say(AnnouncementType.APPROVED, data -> {
                    data.put("recordedAt", "2025-01-03T09:00:00Z");
                    occupation(data)
                            .put("version", "1.0")
                            .put("effectiveFrom", "2025-01-03")
                            .put("overview", "The first.");
                })
                .say(AnnouncementType.APPROVED, data -> {
                    data.put("recordedAt", "2025-05-02T09:00:00Z");
                    data.put("version", "1.1");
                    data.putObject("upcoming").put("version", "1.1").put("effectiveFrom", "2025-06-01");
                    occupation(data)
                            .put("version", "1.1")
                            .put("effectiveFrom", "2025-06-01")
                            .put("overview", "The second.");
                });
        String path = "/occupations/" + standards.settle(standard).reference();

        var before = catalogue.json(path);
        assertThat(before.get("version").asString()).isEqualTo("1.0");
        assertThat(before.get("overview").asString()).isEqualTo("The first.");
        assertThat(before.get("effectiveTo").asString()).isEqualTo("2025-05-31");
        assertThat(before.at("/upcoming/version").asString()).isEqualTo("1.1");
        assertThat(before.at("/upcoming/effectiveFrom").asString()).isEqualTo("2025-06-01");
        assertThat(catalogue.json(path + "/versions").get("items").findValuesAsString("version"))
                .containsExactly("1.1", "1.0");
        assertThat(catalogue.json(path + "/versions/1.1").get("overview").asString())
                .isEqualTo("The second.");
        assertThat(catalogue
                        .json("/occupations?q=" + standard.reference())
                        .at("/items/0/version")
                        .asString())
                .isEqualTo("1.0");

        standards.settle(standard.say(AnnouncementType.CORRECTED, data -> {
            data.put("recordedAt", "2025-05-20T09:00:00Z");
            data.put("version", "1.0");
            data.putObject("correctedVersion")
                    .put("number", "1.1")
                    .put("approvedOn", "2025-05-02")
                    .put("effectiveFrom", "2025-06-02")
                    .putNull("effectiveTo");
            occupation(data)
                    .put("version", "1.0")
                    .put("effectiveFrom", "2025-01-03")
                    .put("overview", "The first.")
                    .putObject("upcoming")
                    .put("version", "1.1")
                    .put("effectiveFrom", "2025-06-02");
        }));
        assertThat(catalogue
                        .json(path + "/versions")
                        .at("/items/0/effectiveFrom")
                        .asString())
                .isEqualTo("2025-06-02");
        assertThat(catalogue.json(path + "/versions").at("/items/1/effectiveTo").asString())
                .isEqualTo("2025-06-01");
        assertThat(catalogue.json(path + "/versions/1.1").get("effectiveFrom").asString())
                .isEqualTo("2025-06-02");

        standards.settle(standard.say(AnnouncementType.VERSION_IN_FORCE, data -> {
            data.put("recordedAt", "2025-06-01T23:00:02Z");
            data.put("version", "1.1");
            occupation(data)
                    .put("version", "1.1")
                    .put("effectiveFrom", "2025-06-02")
                    .put("overview", "The second.");
        }));

        assertThat(catalogue.json(path).get("overview").asString()).isEqualTo("The second.");
        assertThat(catalogue.json(path).has("upcoming")).isFalse();
        assertThat(catalogue.json(path + "?asOf=2025-06-01").get("overview").asString())
                .isEqualTo("The first.");
        assertThat(catalogue
                        .json(path + "?asOf=2025-06-01")
                        .at("/upcoming/version")
                        .asString())
                .isEqualTo("1.1");
        assertThat(catalogue.json(path + "?asOf=2025-06-02").get("overview").asString())
                .isEqualTo("The second.");
        assertThat(catalogue.json(path + "/versions").at("/items/0/changeClass").asString())
                .isEqualTo("new");
    }

    @Test
    void theLastVersionEndsWithTheRetirement() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED)
                .say(AnnouncementType.RETIRED, data -> data.put("effectiveFrom", "2026-12-01"));
        String path = "/occupations/" + standards.settle(standard).reference();

        assertThat(catalogue.json(path + "/versions").at("/items/0/effectiveTo").asString())
                .isEqualTo("2026-11-30");
    }

    @Test
    void whatWasPutRightIsPutRightInItsVersion() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED, data -> occupation(data).put("medianSalary", 1))
                .say(
                        AnnouncementType.CORRECTED,
                        data -> occupation(data).put("version", "1.0").put("medianSalary", 23456));
        String path = "/occupations/" + standards.settle(standard).reference();

        assertThat(catalogue.json(path + "/versions/1.0").get("medianSalary").asInt())
                .isEqualTo(23456);
        assertThat(catalogue.json(path + "/versions").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void twoVersionsAreComparedStatementByStatementAndWordByWord() {
        var standard = standards
                .next()
                .say(AnnouncementType.PROPOSED)
                .say(AnnouncementType.APPROVED, data -> occupation(data).put("version", "1.0"))
                .say(AnnouncementType.APPROVED, data -> {
                    ObjectNode occupation = occupation(data).put("version", "1.1");
                    ((ObjectNode) occupation.at("/knowledge/0")).put("text", "The scope of one's own role.");
                });
        String path = "/occupations/" + standards.settle(standard).reference();

        var redline = catalogue.json(path + "/versions/1.0..1.1");
        var change = redline.at("/changes/0");
        assertThat(redline.get("total").asInt()).isEqualTo(1);
        assertThat(change.get("kind").asString()).isEqualTo("reworded");
        assertThat(change.get("part").asString()).isEqualTo("knowledge");
        assertThat(change.get("labelAfter").asString()).isEqualTo("K1");
        assertThat(change.get("wording").findValuesAsString("fate")).contains("same", "deleted", "inserted");
        assertThat(catalogue.json(path + "/versions/1.1..1.1").get("total").asInt())
                .isZero();
        assertThat(catalogue.get(path + "/versions/1.0..9.9").statusCode()).isEqualTo(404);
    }
}
