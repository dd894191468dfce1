package org.occupationalstandards.catalogue.projection;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;

/**
 * Whether an announcement carries the whole public content, so that nobody needs to look up what was there before. That of
 * a version still to come does not: until then the content before stays.
 */
final class WholeContent {

    private static final Map<Class<?>, Boolean> BY_RECORD = Arrays.stream(AnnouncementType.values())
            .map(AnnouncementType::record)
            .collect(Collectors.toUnmodifiableMap(each -> each, WholeContent::hasOccupation));

    static boolean isIn(Announcement announcement) {
        if (announcement instanceof Announcement.Approved approved && approved.upcoming() != null) return false;
        return Boolean.TRUE.equals(BY_RECORD.get(announcement.getClass()));
    }

    /** By the name that the contracts promise for it; a consultation's draft has another. */
    private static boolean hasOccupation(Class<? extends Announcement> record) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(each -> each.getName().equals("occupation"));
    }

    private WholeContent() {}
}
