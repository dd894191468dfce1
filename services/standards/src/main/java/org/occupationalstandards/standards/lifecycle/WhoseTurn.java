package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Completeness;

/** Who has to do something before a standard can go on: worked out from its state, so that nobody has to keep a list. */
public final class WhoseTurn {

    /** What officials have to do where no group does what it would have to, before what that is. */
    public static final String TO_A_GROUP = "give it to an employer group, which has to ";

    /**
     * Somebody who has to do something.
     *
     * @param who a group of people; which persons they are follows from roles, groups and routes
     * @param command what they have to do
     * @param what the same as the end of a sentence that begins with who it is
     * @param dueBy when it is expected, where that is said
     */
    public record Turn(
            Audience who,
            CommandName command,
            String what,
            @Nullable Instant dueBy) {

        /** In what capacity somebody of that group does it: where only the chair may, it is not the members' turn. */
        public Set<Role> roles() {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(
                    switch (who) {
                        case OWNING_GROUP -> Set.of(Role.EMPLOYER_GROUP_CHAIR, Role.EMPLOYER_GROUP_MEMBER);
                        case OFFICIALS -> Set.of(Role.OFFICIAL);
                        case PANEL -> Set.of(Role.PANEL_MEMBER);
                        case COMMITTEE -> Set.of(Role.COMMITTEE);
                        case PUBLIC -> Set.of();
                    });
            roles.retainAll(command.roles());
            return roles;
        }

        /** Whether it is taken only by people without an interest. */
        public boolean disinterested() {
            return who == Audience.PANEL || who == Audience.COMMITTEE || command == CommandName.CLOSE_CONDITION;
        }

        /** What it is about, whatever its count says at the moment: the same for as long as it is the same turn. */
        public String subject() {
            return switch (command) {
                case ANSWER_COMMENT, CAST_VOTE -> command.wireName();
                default -> command.wireName() + ": " + what;
            };
        }
    }

    /** All whose turn it is, the most pressing first; nobody where a standard can stay as it is. */
    public static List<Turn> of(StandardState state, Instant now, LifecyclePolicy policy) {
        return of(state, now, policy, null);
    }

    /** @param group the owning group, where it is registered: its people leave the quorum, and it may be dissolved */
    public static List<Turn> of(
            StandardState state, Instant now, LifecyclePolicy policy, @Nullable EmployerGroup group) {
        List<Turn> turns = new ArrayList<>();
        if (state.decision().challenged()) {
            turns.add(new Turn(
                    Audience.COMMITTEE,
                    CommandName.DECIDE_REVIEW,
                    "decide on the challenged decision",
                    Waiting.dueBy(Waiting.Kind.REVIEW, 0, state, policy)));
        }
        if (state.endOfLife().withdrawalReason() != null) {
            turns.add(turn(Audience.OFFICIALS, CommandName.WITHDRAW, "decide whether to withdraw, as the group asks"));
        }
        switch (state.stage()) {
            case POTENTIAL -> {
                if (state.owner() != null) {
                    turns.add(turn(Audience.OWNING_GROUP, CommandName.SUBMIT_PROPOSAL, "submit a proposal"));
                }
            }
            case PROPOSED -> turns.addAll(proposed(state, policy));
            case IN_DEVELOPMENT -> turns.add(inDevelopment(state, policy));
            case IN_CONSULTATION -> turns.addAll(consulting(Audience.OWNING_GROUP, state, now));
            case SUBMITTED -> turns.addAll(submitted(state, policy, group));
            case APPROVED ->
                state.changeRequests()
                        .open()
                        .forEach(request -> turns.add(new Turn(
                                Audience.OFFICIALS,
                                CommandName.ACCEPT_CHANGE,
                                "decide on change request " + request.number(),
                                Waiting.dueBy(Waiting.Kind.CHANGE_REQUEST, request.number(), state, policy))));
            case RETIRING -> turns.addAll(retiring(state, now, policy));
            case NONE, RETIRED, WITHDRAWN -> {}
        }
        return turns.stream().map(turn -> ofSomebody(turn, state, group)).toList();
    }

    /** Where no group develops it, or none any more, nobody would find it: then the officials have to give it to one. */
    private static Turn ofSomebody(Turn turn, StandardState state, @Nullable EmployerGroup group) {
        boolean nobodys = state.owner() == null || group != null && group.dissolved();
        return turn.who() == Audience.OWNING_GROUP && nobodys
                ? new Turn(Audience.OFFICIALS, CommandName.ASSIGN_GROUP, TO_A_GROUP + turn.what(), turn.dueBy())
                : turn;
    }

    /** The same where employer groups are registered: support may have been withdrawn since the proposal. */
    public static List<Turn> of(StandardState state, Circumstances circumstances) {
        EmployerGroup group = circumstances.owner(state);
        List<Turn> turns = new ArrayList<>(of(state, circumstances.now(), circumstances.policy(), group));
        if (group != null && !group.lacking(circumstances.policy()).isEmpty()) {
            turns.addAll(unsupported(state.stage()));
        }
        return List.copyOf(turns);
    }

    /** What an official has to do where too few employers stand behind a proposal by now; none before and after that. */
    public static List<Turn> unsupported(Stage stage) {
        String what = "look at the employer group: too few employers stand behind it by now";
        return switch (stage) {
            case PROPOSED -> List.of(turn(Audience.OFFICIALS, CommandName.RETURN_PROPOSAL, what));
            case IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED ->
                List.of(turn(Audience.OFFICIALS, CommandName.WITHDRAW, what));
            case NONE, POTENTIAL, APPROVED, RETIRING, RETIRED, WITHDRAWN -> List.of();
        };
    }

    /**
     * Opaque ids of those who are not asked, though they are of that group: they took part in what is decided on, have an
     * interest, or have done it.
     */
    public static Set<String> exempt(Turn turn, StandardState state) {
        Set<String> exempt = new TreeSet<>();
        Approval approval = state.approval();
        switch (turn.command()) {
            case CAST_VOTE -> {
                approval.votes().forEach(vote -> exempt.add(vote.member()));
                exempt.addAll(Independence.concerned(state));
            }
            case RECOMMEND_PROPOSAL -> exempt.addAll(Independence.concerned(state));
            case ACCEPT_PROPOSAL, APPROVE -> exempt.addAll(Independence.tookPart(state));
            case CLOSE_CONDITION -> {
                exempt.addAll(Independence.tookPart(state));
                exempt.removeAll(Independence.clerical(state));
            }
            case RETIRE -> exempt.add(Objects.requireNonNullElse(state.hands().endProposedBy(), ""));
            case DECIDE_REVIEW -> {
                exempt.addAll(state.decision().participants());
                exempt.add(Objects.requireNonNullElse(state.decision().challengedBy(), ""));
            }
            default -> {}
        }
        if (turn.disinterested()) {
            state.panel().interests().forEach(interest -> exempt.add(interest.member()));
        }
        exempt.remove("");
        return exempt;
    }

    /** Opaque ids of those of the group who are asked, and those to whom they delegated it; none where all of it are. */
    public static Set<String> called(Turn turn, StandardState state) {
        List<String> panel = state.approval().panel();
        if (turn.command() != CommandName.CAST_VOTE || panel.isEmpty()) {
            return Set.of();
        }
        Set<String> called = new TreeSet<>(panel);
        state.panel().delegations().stream()
                .filter(delegation -> panel.contains(delegation.from()))
                .forEach(delegation -> called.add(delegation.to()));
        return called;
    }

    private static List<Turn> proposed(StandardState state, LifecyclePolicy policy) {
        Proposal proposal = state.proposal();
        @Nullable Instant due = proposal.decisionExpectedBy();
        if (proposal.agreed()) {
            return conditions(state, policy);
        }
        if (policy.proposals().readinessFirst() && !proposal.ready()) {
            return List.of(new Turn(
                    Audience.OFFICIALS, CommandName.CONFIRM_READINESS, "confirm that the proposal is ready", due));
        }
        if (policy.proposals().recommendationFirst() && proposal.recommended() == null) {
            return List.of(new Turn(Audience.PANEL, CommandName.RECOMMEND_PROPOSAL, "recommend on the proposal", due));
        }
        return List.of(new Turn(Audience.COMMITTEE, CommandName.ACCEPT_PROPOSAL, "decide on the proposal", due));
    }

    private static Turn inDevelopment(StandardState state, LifecyclePolicy policy) {
        if (!Completeness.missing(state.draft().content()).isEmpty()) {
            return turn(Audience.OWNING_GROUP, CommandName.CHANGE_DRAFT, "complete the draft");
        }
        if (!ApprovalRules.beyondItsClass(state.draft().content(), state, policy)
                .isEmpty()) {
            return turn(
                    Audience.OWNING_GROUP,
                    CommandName.CHANGE_DRAFT,
                    "take back what a correction cannot add or remove, or ask the officials for another class");
        }
        boolean consult =
                policy.consultations().requiredFor().contains(state.draft().changeClass())
                        && !state.consultation().done();
        return consult
                ? turn(Audience.OWNING_GROUP, CommandName.OPEN_CONSULTATION, "open the consultation")
                : turn(Audience.OWNING_GROUP, CommandName.SUBMIT, "submit the draft for approval");
    }

    private static List<Turn> consulting(Audience who, StandardState state, Instant now) {
        Consultation consultation = state.consultation();
        List<Turn> turns = new ArrayList<>();
        int unanswered = consultation.unanswered().size();
        if (unanswered > 0) {
            turns.add(new Turn(
                    who,
                    CommandName.ANSWER_COMMENT,
                    unanswered == 1 ? "answer 1 comment" : "answer %d comments".formatted(unanswered),
                    consultation.closesAt()));
        } else if (!consultation.openAt(now)) {
            turns.add(new Turn(who, CommandName.CLOSE_CONSULTATION, "close the consultation", consultation.closesAt()));
        }
        return turns;
    }

    private static List<Turn> submitted(StandardState state, LifecyclePolicy policy, @Nullable EmployerGroup group) {
        Approval approval = state.approval();
        @Nullable Instant due = approval.decisionExpectedBy();
        if (approval.agreement() != null) {
            return conditions(state, policy);
        }
        boolean needed = policy.ballots().requiredFor().contains(state.draft().changeClass());
        int quorum = BallotRules.quorum(state, policy, group);
        if (needed && !approval.ballotOpen()) {
            return List.of(new Turn(Audience.OFFICIALS, CommandName.OPEN_BALLOT, "call the panel to vote again", due));
        }
        if (needed && approval.votes().size() < quorum) {
            return List.of(new Turn(
                    Audience.PANEL,
                    CommandName.CAST_VOTE,
                    "vote on the draft (%d of at least %d have voted)"
                            .formatted(approval.votes().size(), quorum),
                    due));
        }
        return List.of(new Turn(Audience.COMMITTEE, CommandName.APPROVE, "decide on the draft", due));
    }

    private static List<Turn> conditions(StandardState state, LifecyclePolicy policy) {
        return state.conditions().stream()
                .filter(condition -> !condition.closed())
                .map(condition -> condition.evidence() == null
                        ? new Turn(
                                Audience.OWNING_GROUP,
                                CommandName.EVIDENCE_CONDITION,
                                "show how condition %d is met".formatted(condition.number()),
                                Waiting.dueBy(Waiting.Kind.CONDITION, condition.number(), state, policy))
                        : new Turn(
                                ConditionRules.forTheCommittee(state) ? Audience.COMMITTEE : Audience.OFFICIALS,
                                CommandName.CLOSE_CONDITION,
                                "look at the evidence for condition %d".formatted(condition.number()),
                                Waiting.dueBy(Waiting.Kind.CONDITION, condition.number(), state, policy)))
                .toList();
    }

    private static List<Turn> retiring(StandardState state, Instant now, LifecyclePolicy policy) {
        if (state.consultation().running()) {
            return consulting(Audience.OFFICIALS, state, now);
        }
        return state.endOfLife().lastDay() == null
                ? List.of(new Turn(
                        Audience.COMMITTEE,
                        CommandName.RETIRE,
                        "decide on the retirement",
                        Waiting.dueBy(Waiting.Kind.RETIREMENT, 0, state, policy)))
                : List.of();
    }

    private static Turn turn(Audience who, CommandName command, String what) {
        return new Turn(who, command, what, null);
    }

    private WhoseTurn() {}
}
