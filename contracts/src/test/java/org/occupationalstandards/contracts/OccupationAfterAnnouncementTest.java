package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class OccupationAfterAnnouncementTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource(AnnouncementType.class)
    void says_what_the_facts_say(AnnouncementType type) throws Exception {
        var announcement = example(type);
        var facts = announcement.facts();

        var after = announcement.after(approved());

        assertThat(after.reference()).isEqualTo(facts.reference());
        assertThat(after.title()).isEqualTo(facts.title());
        assertThat(after.status()).isEqualTo(facts.statusAfter());
        assertThat(after.version()).isEqualTo(facts.version());
        assertThat(after.level()).isEqualTo(facts.level());
        assertThat(after.route()).isEqualTo(facts.route());
    }

    @Test
    void keeps_what_an_announcement_says_nothing_of() throws Exception {
        var before = approved();

        var after = example(AnnouncementType.RETIREMENT_PROPOSED).after(before);

        assertThat(after.duties()).isEqualTo(before.duties()).isNotEmpty();
        assertThat(after.knowledge()).isEqualTo(before.knowledge()).isNotEmpty();
        assertThat(after.approvedOn()).isEqualTo(before.approvedOn());
    }

    @Test
    void the_day_before_the_retirement_is_the_last() throws Exception {
        var retired = (Announcement.Retired) example(AnnouncementType.RETIRED);

        var after = retired.after(approved());

        assertThat(after.effectiveTo()).isEqualTo(LocalDate.parse("2029-07-30"));
        assertThat(after.replacedBy()).isEqualTo(retired.replacedBy());
        assertThat(after.withoutApprenticeship()).isFalse();
    }

    private static Occupation approved() throws Exception {
        return ((Announcement.Approved) example(AnnouncementType.APPROVED)).occupation();
    }

    private static Announcement example(AnnouncementType type) throws Exception {
        return JSON.readValue(
                Files.readString(Path.of("src/main/resources/contracts/examples", type.wireName() + ".json")),
                type.record());
    }
}
