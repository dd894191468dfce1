package org.occupationalstandards.notifications.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the data of an announcement says that people are told. Read without trust: where a part is missing or unknown, as it
 * may be in a type that this version does not know, less is said.
 *
 * @param version that stands after it, 0.0 before the first approval; of an approval the one approved, which may come into
 *     force later
 * @param changeClass where it makes a version
 * @param changes the difference
 */
public record Told(
        @Nullable String version,
        @Nullable String changeClass,
        @Nullable String effectiveFrom,
        @Nullable List<Difference.@Nullable Part> changes) {

    private static final Told NOTHING = new Told(null, null, null, null);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What that announcement says. */
    public static Told of(FeedEntry entry) {
        try {
            return JSON.readValue(entry.data(), Told.class);
        } catch (JacksonException another) {
            return NOTHING;
        }
    }

    /** Whether it makes a version. */
    public boolean makesVersion() {
        return changeClass != null && approved().isPresent();
    }

    /** That version, once one was approved. */
    public Optional<String> approved() {
        return Optional.ofNullable(version).filter(each -> each.matches("\\d{1,6}\\.\\d{1,6}") && !each.equals("0.0"));
    }

    /** The version that this one follows by number, where the number says it: 1.1 follows 1.0, what 2.0 follows is not said. */
    private Optional<String> previous() {
        return approved().map(each -> each.split("\\.")).flatMap(parts -> {
            int minor = Integer.parseInt(parts[1]);
            return minor == 0 ? Optional.empty() : Optional.of(parts[0] + "." + (minor - 1));
        });
    }

    /** Address of what there is to see: what a new version changed, that version, or the occupation, whose page is given. */
    public String page(String occupation) {
        if (!makesVersion()) return occupation;
        var made = approved().orElseThrow();
        return occupation + "/versions/"
                + previous().map(each -> each + ".." + made).orElse(made);
    }

    /** First day on which it has effect. */
    public Optional<LocalDate> effective() {
        try {
            return Optional.ofNullable(effectiveFrom).map(LocalDate::parse);
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    /** The difference in words; empty where there is none. */
    public String difference() {
        return changes == null ? "" : Difference.inWords(changes);
    }
}
