package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Version;

/**
 * A version in the table of versions.
 *
 * @param sinceBefore address of what changed since the version before, where there is one
 */
record VersionRow(
        String number,
        String href,
        String changeClass,
        @Nullable String note,
        @Nullable String approved,
        @Nullable String from,
        @Nullable String to,
        @Nullable String before,
        @Nullable String sinceBefore) {

    static List<VersionRow> of(String reference, List<Version> newestFirst) {
        List<VersionRow> rows = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            Version version = newestFirst.get(i);
            String before = i + 1 < newestFirst.size() ? newestFirst.get(i + 1).number() : null;
            rows.add(new VersionRow(
                    version.number(),
                    Links.version(reference, version.number()),
                    Wording.changeClass(version.changeClass()),
                    version.changeNote(),
                    Wording.dateOrNull(version.approvedOn()),
                    Wording.dateOrNull(version.effectiveFrom()),
                    Wording.dateOrNull(version.effectiveTo()),
                    before,
                    before == null ? null : Links.redline(reference, before, version.number())));
        }
        return List.copyOf(rows);
    }
}
