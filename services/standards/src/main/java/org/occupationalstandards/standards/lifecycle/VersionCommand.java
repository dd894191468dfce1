package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** The versions after the first. */
public sealed interface VersionCommand extends StandardCommand {

    /** Asks for a change to an approved standard. */
    record RequestChange(
            @Required @Nullable String what, @Nullable String reason) implements VersionCommand {}

    /**
     * Starts the next version.
     *
     * @param request number of the change request
     * @param changeClass correction, adjustment or revision: it decides the number of the version and its way to approval
     */
    record AcceptChange(
            @Required @Nullable Integer request,
            @Required @Nullable ChangeClass changeClass,
            @Nullable String note) implements VersionCommand {}

    /** Leaves the standard as it is. */
    record DeclineChange(
            @Required @Nullable Integer request,
            @Required @Nullable List<String> reasons) implements VersionCommand {}

    /** Finds that the version under way is a change of another class. */
    record ReclassifyChange(
            @Required @Nullable ChangeClass changeClass,
            @Required @Nullable String reason) implements VersionCommand {}

    /** Puts the dates of a version right; the windows of all versions stay next to each other. */
    record CorrectDates(
            @Required @Nullable String version,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate effectiveFrom,
            @Required @Nullable String reason)
            implements VersionCommand {}
}
