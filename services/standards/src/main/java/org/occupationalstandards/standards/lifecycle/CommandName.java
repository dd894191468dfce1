package org.occupationalstandards.standards.lifecycle;

import static org.occupationalstandards.standards.lifecycle.Audience.COMMITTEE;
import static org.occupationalstandards.standards.lifecycle.Audience.OFFICIALS;
import static org.occupationalstandards.standards.lifecycle.Audience.OWNING_GROUP;
import static org.occupationalstandards.standards.lifecycle.Audience.PANEL;
import static org.occupationalstandards.standards.lifecycle.Audience.PUBLIC;
import static org.occupationalstandards.standards.lifecycle.Stage.IN_CONSULTATION;
import static org.occupationalstandards.standards.lifecycle.Stage.IN_DEVELOPMENT;
import static org.occupationalstandards.standards.lifecycle.Stage.NONE;
import static org.occupationalstandards.standards.lifecycle.Stage.POTENTIAL;
import static org.occupationalstandards.standards.lifecycle.Stage.PROPOSED;
import static org.occupationalstandards.standards.lifecycle.Stage.SUBMITTED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of commands: what each is called on the wire, who may give it at which stage, what it leads to and who
 * is told. The rulebook admits by it, the API and the documentation read it, and a test walks it in full.
 */
public enum CommandName {
    PROPOSE(
            "propose",
            ProposalCommand.ProposeStandard.class,
            by(Role.OFFICIAL, Role.PANEL_MEMBER, Role.EMPLOYER_GROUP_CHAIR),
            at(NONE),
            leadsTo(ProposalEvent.StandardProposed.class),
            "Puts the occupation on the map as a potential standard.",
            telling(OFFICIALS, PUBLIC)),
    REGISTER_EXISTING(
            "register-existing",
            RegisterExisting.class,
            by(Role.OFFICIAL),
            at(NONE),
            leadsTo(StandardRegistered.class),
            "Takes over a standard that already exists, with its own status, version and dates.",
            telling(OFFICIALS, PUBLIC)),
    SUBMIT_PROPOSAL(
            "submit-proposal",
            ProposalCommand.SubmitProposal.class,
            by(Role.EMPLOYER_GROUP_CHAIR),
            at(POTENTIAL),
            leadsTo(ProposalEvent.ProposalSubmitted.class),
            "Sends the group's proposal to the officials, who check that it is ready.",
            telling(OFFICIALS, PUBLIC)),
    CONFIRM_READINESS(
            "confirm-readiness",
            ProposalCommand.ConfirmReadiness.class,
            by(Role.OFFICIAL),
            at(PROPOSED),
            leadsTo(ProposalEvent.ReadinessConfirmed.class),
            "Confirms that the proposal is in order and passes it to the panel of the route.",
            telling(OWNING_GROUP, PANEL)),
    RECOMMEND_PROPOSAL(
            "recommend-proposal",
            ProposalCommand.RecommendProposal.class,
            by(Role.PANEL_MEMBER),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalRecommended.class),
            "Recommends to the committee that a standard be developed, or that it not be.",
            telling(OFFICIALS, COMMITTEE)),
    ACCEPT_PROPOSAL(
            "accept-proposal",
            ProposalCommand.AcceptProposal.class,
            by(Role.COMMITTEE),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalAccepted.class),
            "Agrees that the standard be developed; the group can start its draft.",
            telling(OWNING_GROUP, OFFICIALS, PANEL, PUBLIC)),
    REJECT_PROPOSAL(
            "reject-proposal",
            ProposalCommand.RejectProposal.class,
            by(Role.COMMITTEE, Role.OFFICIAL),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalRejected.class),
            "Gives the proposal back with reasons; the group may propose again.",
            telling(OWNING_GROUP, OFFICIALS, PANEL, PUBLIC)),
    CHANGE_DRAFT(
            "change-draft",
            DraftCommand.ChangeDraft.class,
            by(Role.EMPLOYER_GROUP_CHAIR, Role.EMPLOYER_GROUP_MEMBER, Role.OFFICIAL),
            at(IN_DEVELOPMENT, SUBMITTED),
            leadsTo(DraftEvent.DraftChanged.class, ApprovalEvent.VotesInvalidated.class),
            "Replaces the draft; while it is submitted, all votes on it are void.",
            telling(OWNING_GROUP)),
    OPEN_CONSULTATION(
            "open-consultation",
            ConsultationCommand.OpenConsultation.class,
            by(Role.EMPLOYER_GROUP_CHAIR, Role.OFFICIAL),
            at(IN_DEVELOPMENT),
            leadsTo(ConsultationEvent.ConsultationOpened.class),
            "Opens the draft to comments by everybody; it holds still until the consultation closes.",
            telling(OWNING_GROUP, OFFICIALS, PUBLIC)),
    CLOSE_CONSULTATION(
            "close-consultation",
            ConsultationCommand.CloseConsultation.class,
            by(Role.EMPLOYER_GROUP_CHAIR, Role.OFFICIAL),
            at(IN_CONSULTATION),
            leadsTo(ConsultationEvent.ConsultationClosed.class),
            "Ends the consultation; the group can work its answers into the draft.",
            telling(OWNING_GROUP, OFFICIALS, PUBLIC)),
    SUBMIT(
            "submit",
            ApprovalCommand.SubmitForApproval.class,
            by(Role.EMPLOYER_GROUP_CHAIR),
            at(IN_DEVELOPMENT),
            leadsTo(ApprovalEvent.SubmittedForApproval.class),
            "Sends the draft for approval; the panel of the route votes on exactly this revision.",
            telling(OFFICIALS, PANEL, COMMITTEE, PUBLIC)),
    CAST_VOTE(
            "cast-vote",
            ApprovalCommand.CastVote.class,
            by(Role.PANEL_MEMBER),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.VoteCast.class),
            "Votes on the submitted draft, in place of an earlier vote of yours.",
            telling(OFFICIALS, COMMITTEE)),
    APPROVE(
            "approve",
            ApprovalCommand.Approve.class,
            by(Role.COMMITTEE),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.StandardApproved.class),
            "Approves the draft as the next version of the standard.",
            telling(OWNING_GROUP, OFFICIALS, PANEL, PUBLIC)),
    RETURN(
            "return",
            ApprovalCommand.Return.class,
            by(Role.COMMITTEE),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.ReturnedWithComments.class),
            "Gives the draft back to the group with comments.",
            telling(OWNING_GROUP, OFFICIALS, PANEL, PUBLIC)),
    REJECT(
            "reject",
            ApprovalCommand.Reject.class,
            by(Role.COMMITTEE),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.ApprovalRejected.class),
            "Ends this attempt: the occupation is potential again, or stays at its version in force.",
            telling(OWNING_GROUP, OFFICIALS, PANEL, PUBLIC)),
    WITHDRAW(
            "withdraw",
            EndOfLifeCommand.Withdraw.class,
            by(Role.OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(EndOfLifeEvent.StandardWithdrawn.class, EndOfLifeEvent.RevisionWithdrawn.class),
            "Gives up the work that is under way; a version in force stays in force.",
            telling(OWNING_GROUP, OFFICIALS, PANEL, PUBLIC));

    private static final Map<Class<?>, CommandName> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CommandName::record, Function.identity()));
    private static final Map<String, CommandName> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CommandName::wireName, Function.identity()));

    private final String wireName;
    private final Class<? extends StandardCommand> record;
    private final Set<Role> roles;
    private final Set<Stage> stages;
    private final List<Class<? extends StandardEvent>> events;
    private final String does;
    private final Set<Audience> told;

    CommandName(
            String wireName,
            Class<? extends StandardCommand> record,
            Set<Role> roles,
            Set<Stage> stages,
            List<Class<? extends StandardEvent>> events,
            String does,
            Set<Audience> told) {
        this.wireName = wireName;
        this.record = record;
        this.roles = roles;
        this.stages = stages;
        this.events = events;
        this.does = does;
        this.told = told;
    }

    /** The name in addresses, in kebab-case. */
    public String wireName() {
        return wireName;
    }

    /** The record that a body is read into. */
    public Class<? extends StandardCommand> record() {
        return record;
    }

    /** Who may give it. */
    public Set<Role> roles() {
        return roles;
    }

    /** Where it may be given. */
    public Set<Stage> stages() {
        return stages;
    }

    /** What it can lead to. */
    public List<Class<? extends StandardEvent>> events() {
        return events;
    }

    /** What it does, for whoever is about to confirm it. */
    public String does() {
        return does;
    }

    /** Who is told. */
    public Set<Audience> told() {
        return told;
    }

    /** Whether it makes a standard rather than doing something to one. */
    public boolean creates() {
        return stages.contains(NONE);
    }

    /** The command of that name in addresses. */
    public static Optional<CommandName> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The name of a command. */
    public static CommandName of(StandardCommand command) {
        CommandName name = BY_RECORD.get(command.getClass());
        if (name == null) {
            throw new IllegalStateException("No line in the table of commands for " + command.getClass());
        }
        return name;
    }

    /** Refuses whom and where the table does not permit: first the standard, then the role and its reach, then the stage. */
    void admit(StandardState state, Circumstances circumstances) {
        if (creates() && state.exists()) {
            throw new CommandRefused(Refusal.ALREADY_EXISTS, List.of());
        }
        if (!creates() && !state.exists()) {
            throw new CommandRefused(Refusal.UNKNOWN_STANDARD, List.of());
        }
        Reach.admit(this, state, circumstances.caller());
        if (!stages.contains(state.stage())) {
            throw new CommandRefused(
                    Refusal.WRONG_STAGE,
                    "It " + state.stage().says() + "; this needs a standard that "
                            + stages.stream().map(Stage::says).collect(Collectors.joining(", or that ")) + ".");
        }
    }

    private static Set<Role> by(Role... roles) {
        return Collections.unmodifiableSet(EnumSet.copyOf(List.of(roles)));
    }

    private static Set<Stage> at(Stage... stages) {
        return Collections.unmodifiableSet(EnumSet.copyOf(List.of(stages)));
    }

    @SafeVarargs
    private static List<Class<? extends StandardEvent>> leadsTo(Class<? extends StandardEvent>... events) {
        return List.of(events);
    }

    private static Set<Audience> telling(Audience... audiences) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(audiences)));
    }
}
