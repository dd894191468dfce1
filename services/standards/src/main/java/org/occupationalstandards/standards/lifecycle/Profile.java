package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a group says for its proposal, as far as it has said it.
 *
 * @param employers that stand behind it, by name; none where the group's own are meant
 * @param duties what people in the job do, in a sentence each
 * @param expectedDurationMonths how long becoming competent is expected to take
 * @param offTheJobPercent share of that time spent training off the job
 * @param transferability evidence that the occupation is the same with many employers
 * @param fit how it fits beside existing standards
 */
public record Profile(
        List<GroupEmployer> employers,
        List<String> duties,
        @Nullable Integer expectedDurationMonths,
        @Nullable Integer expectedLevel,
        @Nullable Integer offTheJobPercent,
        @Nullable String transferability,
        @Nullable String fit) {

    public Profile {
        employers = List.copyOf(employers);
        duties = List.copyOf(duties);
    }

    static Profile none() {
        return new Profile(List.of(), List.of(), null, null, null, null, null);
    }

    /** This one with what another one says in its place, as far as that says anything. */
    Profile with(Profile later) {
        return new Profile(
                later.employers.isEmpty() ? employers : later.employers,
                later.duties.isEmpty() ? duties : later.duties,
                later.expectedDurationMonths == null ? expectedDurationMonths : later.expectedDurationMonths,
                later.expectedLevel == null ? expectedLevel : later.expectedLevel,
                later.offTheJobPercent == null ? offTheJobPercent : later.offTheJobPercent,
                otherwise(later.transferability, transferability),
                otherwise(later.fit, fit));
    }

    private static @Nullable String otherwise(@Nullable String text, @Nullable String before) {
        return text == null || text.isBlank() ? before : text;
    }

    static Profile of(ProposalCommand.SubmitProposal command) {
        return new Profile(
                Objects.requireNonNullElse(command.employers(), List.of()),
                Objects.requireNonNullElse(command.duties(), List.of()),
                command.expectedDurationMonths(),
                command.expectedLevel(),
                command.offTheJobPercent(),
                command.transferability(),
                command.fit());
    }

    static Profile of(ProposalEvent.ProposalSubmitted event) {
        return new Profile(
                event.employers(),
                event.duties(),
                event.expectedDurationMonths(),
                event.expectedLevel(),
                event.offTheJobPercent(),
                event.transferability(),
                event.fit());
    }

    static Profile of(ProposalEvent.ProposalDrafted event) {
        return new Profile(
                event.employers(),
                event.duties(),
                event.expectedDurationMonths(),
                event.expectedLevel(),
                event.offTheJobPercent(),
                event.transferability(),
                event.fit());
    }
}
