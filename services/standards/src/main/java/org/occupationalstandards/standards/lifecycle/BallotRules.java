package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules of the panel's ballot. */
final class BallotRules {

    private static final int LARGEST_PANEL = 200;

    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        Approval approval = state.approval();
        if (approval.agreement() != null) {
            throw new CommandRefused(Refusal.ALREADY_DECIDED, List.of());
        }
        if (name == CommandName.OPEN_BALLOT) {
            if (approval.ballotOpen() && !approval.votes().isEmpty()) {
                throw new CommandRefused(Refusal.BALLOT_OPEN, List.of());
            }
            return;
        }
        if (!approval.ballotOpen()) {
            throw new CommandRefused(Refusal.BALLOT_CLOSED, List.of());
        }
        if (name == CommandName.CAST_VOTE) {
            mayVote(state, circumstances);
        }
    }

    /** Who may not vote may not have it done by somebody else. */
    static void mayVote(StandardState state, Circumstances circumstances) {
        unconcerned(state, circumstances.by());
        Independence.disinterested(state, circumstances);
    }

    static List<StandardEvent> decide(BallotCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case BallotCommand.CastVote vote -> vote(vote, state, circumstances);
            case BallotCommand.DeclareInterest declare -> declare(declare, state, circumstances);
            case BallotCommand.ClearInterest clear -> clear(clear, state, circumstances);
            case BallotCommand.DelegateVote delegate -> delegate(delegate, state, circumstances);
            case BallotCommand.RevokeDelegation revoke -> revoke(revoke, state, circumstances);
            case BallotCommand.WithdrawBallot withdraw -> withdraw(withdraw, state, circumstances);
            case BallotCommand.OpenBallot open -> open(open, state, circumstances);
        };
    }

    /** The bar holds at the moment of voting, for the member whose vote it is and for who casts it. */
    private static List<StandardEvent> vote(
            BallotCommand.CastVote command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        VoteChoice choice = objections.given(command.choice(), "/choice", VoteChoice.ABSTAIN);
        String reason = choice == VoteChoice.NO
                ? objections.reason(command.reason(), circumstances)
                : objections.optionalReason(command.reason(), circumstances);
        String principal = objections.optionalPerson(command.onBehalfOf(), "/onBehalfOf");
        objections.raise(Refusal.INVALID_INPUT);
        Approval approval = state.approval();
        onRevision(command.revision(), state);
        String by = circumstances.by();
        String member = Objects.requireNonNullElse(principal, by);
        if (!member.equals(by)) {
            delegated(member, state, circumstances);
        }
        if (!approval.panel().isEmpty() && !approval.panel().contains(member)) {
            throw new CommandRefused(Refusal.NOT_CALLED, List.of());
        }
        if (approval.votes().contains(new Vote(member, choice, reason, by))) {
            return List.of();
        }
        return List.of(new BallotEvent.VoteCast(member, choice, reason, approval.revision(), by, circumstances.now()));
    }

    /** @param revision that was read, where it is named */
    static void onRevision(@Nullable Integer revision, StandardState state) {
        int submitted = state.approval().revision();
        if (revision != null && revision != submitted) {
            throw new CommandRefused(
                    Refusal.DRAFT_CHANGED, "Revision %d is submitted, not %d.".formatted(submitted, revision));
        }
    }

    private static void delegated(String member, StandardState state, Circumstances circumstances) {
        Delegation delegation = state.panel().delegationOf(member);
        if (delegation == null
                || !delegation.to().equals(circumstances.by())
                || circumstances.today().isAfter(delegation.until())) {
            throw new CommandRefused(Refusal.NOT_DELEGATED, List.of());
        }
        unconcerned(state, member);
        Independence.disinterested(state, member, delegation.employers(), circumstances);
    }

    private static void unconcerned(StandardState state, String member) {
        if (Independence.concerned(state).contains(member)) {
            throw new CommandRefused(
                    Refusal.TOOK_PART,
                    "Whoever proposed, wrote, asked for or submitted it, or cleared its way, cannot vote on it.");
        }
    }

    private static List<StandardEvent> declare(
            BallotCommand.DeclareInterest command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        String named = objections.optionalPerson(command.member(), "/member");
        objections.raise(Refusal.INVALID_INPUT);
        String member = Objects.requireNonNullElse(named, circumstances.by());
        if (!member.equals(circumstances.by()) && !circumstances.caller().acts(Role.OFFICIAL)) {
            throw new CommandRefused(
                    Refusal.ROLE_NOT_PERMITTED, "Only an official declares an interest for somebody else.");
        }
        return state.panel().interests().contains(new Interest(member, reason))
                ? List.of()
                : List.of(new BallotEvent.InterestDeclared(member, reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> clear(
            BallotCommand.ClearInterest command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String member = objections.person(command.member(), "/member");
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return state.panel().interested(member)
                ? List.of(new BallotEvent.InterestCleared(member, reason, circumstances.by(), circumstances.now()))
                : List.of();
    }

    private static List<StandardEvent> delegate(
            BallotCommand.DelegateVote command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String to = objections.person(command.to(), "/to");
        objections.unless(!to.equals(circumstances.by()), "/to", "is yourself");
        LocalDate today = circumstances.today();
        LocalDate latest = today.plus(circumstances.policy().ballots().longestDelegation());
        LocalDate until = objections.given(command.until(), "/until", today);
        objections.unless(
                !until.isBefore(today) && !until.isAfter(latest),
                "/until",
                "is %s; must be from %s to %s".formatted(until, today, latest));
        objections.raise(Refusal.INVALID_INPUT);
        List<UUID> employers =
                circumstances.caller().employers().stream().sorted().toList();
        return state.panel().delegations().contains(new Delegation(circumstances.by(), to, until, employers))
                ? List.of()
                : List.of(new BallotEvent.VoteDelegated(
                        to, until, employers.isEmpty() ? null : employers, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> revoke(
            BallotCommand.RevokeDelegation command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.optionalReason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return state.panel().delegationOf(circumstances.by()) == null
                ? List.of()
                : List.of(new BallotEvent.DelegationRevoked(reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> withdraw(
            BallotCommand.WithdrawBallot command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new BallotEvent.BallotWithdrawn(
                reason, state.approval().votes().size(), circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> open(
            BallotCommand.OpenBallot command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        List<String> panel = objections.people(command.panel(), "/panel", LARGEST_PANEL).stream()
                .distinct()
                .toList();
        int least = circumstances.policy().ballots().leastQuorum();
        objections.unless(
                panel.isEmpty() || panel.size() >= least,
                "/panel",
                "names %d members; a panel has at least %d".formatted(panel.size(), least));
        String reason = objections.optionalReason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        Approval approval = state.approval();
        return approval.ballotOpen() && approval.panel().equals(panel)
                ? List.of()
                : List.of(new BallotEvent.BallotOpened(
                        approval.revision(), panel, reason, circumstances.by(), circumstances.now()));
    }

    /**
     * How many have to vote: fewer where a panel is named and too few of it may vote.
     *
     * @param group the owning group, where it is registered
     */
    static int quorum(StandardState state, LifecyclePolicy policy, @Nullable EmployerGroup group) {
        List<String> panel = state.approval().panel();
        if (panel.isEmpty()) {
            return policy.ballots().quorum();
        }
        long eligible = panel.stream()
                .filter(member -> !Independence.barred(state, member, group))
                .count();
        return (int) Math.max(
                policy.ballots().leastQuorum(), Math.min(policy.ballots().quorum(), eligible));
    }

    /** Whether the panel has voted for approval, where this class of version needs its vote. */
    static void carried(StandardState state, Circumstances circumstances) {
        LifecyclePolicy policy = circumstances.policy();
        if (!policy.ballots().requiredFor().contains(state.draft().changeClass())) {
            return;
        }
        Approval approval = state.approval();
        int quorum = quorum(state, policy, circumstances.owner(state));
        if (approval.votes().size() < quorum) {
            throw new CommandRefused(
                    Refusal.QUORUM_NOT_REACHED,
                    "%d of at least %d have voted on revision %d."
                            .formatted(approval.votes().size(), quorum, approval.revision()));
        }
        long yes = approval.count(VoteChoice.YES);
        long no = approval.count(VoteChoice.NO);
        if (yes * 100 <= (yes + no) * policy.ballots().majorityPercent()) {
            throw new CommandRefused(Refusal.NO_MAJORITY, "%d voted yes and %d no.".formatted(yes, no));
        }
    }

    private BallotRules() {}
}
