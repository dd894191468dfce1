package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** From an occupation that somebody has spotted to the decision to develop a standard for it. */
public sealed interface ProposalCommand extends StandardCommand {

    /**
     * Puts an occupation on the map as potential.
     *
     * @param reference OCC and four digits, and a letter for an option of a standard
     * @param group the employer group that proposes it; only for a chair of several, nothing for officials and panels
     */
    record ProposeStandard(
            @Nullable String reference,
            @Required @Nullable String title,
            @Required @Nullable Integer level,
            @Required @Nullable Integer route,
            @Nullable String pathway,
            @Nullable String cluster,
            @Nullable String overview,
            @Nullable UUID group)
            implements ProposalCommand {}

    /**
     * Keeps what the group will say for its proposal. What is left out stays as it was saved or submitted last.
     *
     * @param title mends the title of the occupation
     */
    record SaveProposal(
            @Nullable String title,
            @Nullable List<GroupEmployer> employers,
            @Nullable List<String> duties,
            @Nullable Integer expectedDurationMonths,
            @Nullable Integer expectedLevel,
            @Nullable Integer offTheJobPercent,
            @Nullable String transferability,
            @Nullable String fit)
            implements ProposalCommand {}

    /**
     * Sends the group's proposal to the officials. What is left out is taken from what was saved or submitted last;
     * employers from the registered group before that.
     *
     * @param group the group that takes the standard over, where it belongs to none; only for a chair of several
     * @param duties what people in the job do, in a sentence each
     * @param expectedDurationMonths how long becoming competent is expected to take
     * @param offTheJobPercent share of that time spent training off the job
     * @param transferability evidence that the occupation is the same with many employers
     * @param fit how it fits beside existing standards
     */
    record SubmitProposal(
            @Nullable UUID group,
            @Nullable List<GroupEmployer> employers,
            @Nullable List<String> duties,
            @Nullable Integer expectedDurationMonths,
            @Nullable Integer expectedLevel,
            @Nullable Integer offTheJobPercent,
            @Nullable String transferability,
            @Nullable String fit)
            implements ProposalCommand {}

    /** The proposal is in order and may go to the panel. */
    record ConfirmReadiness(@Nullable String note) implements ProposalCommand {}

    /** The proposal is not in order; it stays a draft of the group, with reasons. */
    record ReturnProposal(@Required @Nullable List<String> reasons) implements ProposalCommand {}

    /** What a member of the panel recommends to the committee, in the place of what they did before on this proposal. */
    record RecommendProposal(
            @Required @Nullable Boolean agree, @Nullable String reason) implements ProposalCommand {}

    /**
     * The committee agrees that a standard be developed.
     *
     * @param conditions what has to be met first, each closed on its own; development starts when none is open
     */
    record AcceptProposal(@Nullable String note, @Nullable List<String> conditions) implements ProposalCommand {}

    /** The standard will not be developed on this proposal; the group may propose again. */
    record RejectProposal(@Required @Nullable List<String> reasons) implements ProposalCommand {}

    /** Gives the standard to an employer group, as when one dissolves or one was taken over without a group. */
    record AssignGroup(
            @Required @Nullable UUID group,
            @Required @Nullable String reason) implements ProposalCommand {}
}
