package org.occupationalstandards.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Announcement.Approved;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Occupation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A face laid over the content that was there is the whole: nothing that an announcement changes is left out of it. */
class FaceTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static Announcement example(AnnouncementType type) {
        try (var stream = FaceTest.class.getResourceAsStream("/contracts/examples/" + type.wireName() + ".json")) {
            return JSON.readValue(Objects.requireNonNull(stream, type.wireName()), type.record());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<AnnouncementType> typesWithoutContent() {
        return Arrays.stream(AnnouncementType.values()).filter(each -> !WholeContent.isIn(example(each)));
    }

    @ParameterizedTest
    @MethodSource("typesWithoutContent")
    void holdsAllThatChanges(AnnouncementType type) {
        Occupation before = ((Approved) example(AnnouncementType.APPROVED)).occupation();
        Occupation after = example(type).after(before);

        ObjectNode laidOver = JSON.valueToTree(before);
        laidOver.setAll((ObjectNode) JSON.valueToTree(Face.of(after)));

        laidOver.put("reference", after.reference());
        assertThat(JSON.treeToValue(laidOver, Occupation.class)).isEqualTo(after);
    }

    @Test
    void holdsTheVersionToCome() {
        Occupation before = ((Approved) example(AnnouncementType.APPROVED)).occupation();
        Approved made = (Approved) example(AnnouncementType.APPROVED);
        var upcoming = new Occupation.Upcoming("1.1", LocalDate.of(2027, 2, 1));
        Occupation after = new Approved(made.facts(), made.occupation(), null, upcoming).after(before);

        ObjectNode laidOver = JSON.valueToTree(before);
        laidOver.setAll((ObjectNode) JSON.valueToTree(Face.of(after)));

        assertThat(after.upcoming()).isEqualTo(upcoming);
        assertThat(JSON.treeToValue(laidOver, Occupation.class)).isEqualTo(after);
    }
}
