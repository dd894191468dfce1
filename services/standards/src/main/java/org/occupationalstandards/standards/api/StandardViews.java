package org.occupationalstandards.standards.api;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.standards.api.StandardView.ActionView;
import org.occupationalstandards.standards.api.StandardView.AgreementView;
import org.occupationalstandards.standards.api.StandardView.ApprovalView;
import org.occupationalstandards.standards.api.StandardView.AsOfView;
import org.occupationalstandards.standards.api.StandardView.BlockedView;
import org.occupationalstandards.standards.api.StandardView.ChallengeView;
import org.occupationalstandards.standards.api.StandardView.DecisionView;
import org.occupationalstandards.standards.api.StandardView.DraftView;
import org.occupationalstandards.standards.api.StandardView.GroupSupport;
import org.occupationalstandards.standards.api.StandardView.InForceView;
import org.occupationalstandards.standards.api.StandardView.TurnView;
import org.occupationalstandards.standards.api.StandardView.VersionView;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.Approval;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.Decision;
import org.occupationalstandards.standards.lifecycle.Draft;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Membership;
import org.occupationalstandards.standards.lifecycle.StandardActions;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.Version;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.occupationalstandards.standards.lifecycle.content.Completeness;
import org.occupationalstandards.standards.overlap.Overlapping;

/** Shows a standard to a caller. */
final class StandardViews {

    /** @param then nothing for the present; nobody can act in the past */
    static StandardView of(
            StateAt<StandardState> standard,
            Circumstances circumstances,
            @Nullable AsOf then,
            @Nullable List<Overlapping> overlaps) {
        var state = standard.state();
        var day = then == null ? circumstances.today() : then.day();
        return new StandardView(
                standard.reference(),
                standard.sequence(),
                state.title(),
                state.stage(),
                state.status(),
                state.version(),
                state.classification().level(),
                route(state),
                state.classification().pathway(),
                state.classification().cluster(),
                state.owner(),
                support(state, circumstances),
                turns(standard, circumstances),
                then == null ? actions(standard, circumstances) : List.of(),
                then == null ? blocked(standard, circumstances) : List.of(),
                new DraftView(
                        state.draft().revision(),
                        state.draft().changeClass(),
                        DraftWriting.of(state.draft().content())),
                state.changedSinceConsultation(),
                Objection.of(Completeness.missing(state.draft().content())),
                state.proposal(),
                state.consultation(),
                approval(state),
                state.conditions(),
                state.panel(),
                versions(state),
                state.changeRequests().open(),
                decision(state, circumstances.policy()),
                state.reviews(),
                state.endOfLife(),
                inForce(state, day),
                state.products(),
                state.withoutApprenticeship(),
                state.green(),
                state.progression(),
                state.dates(),
                overlaps,
                then == null ? null : new AsOfView(then.instant(), then.by()));
    }

    private static Route route(StandardState state) {
        int id = state.classification().route();
        return Routes.withId(id).orElseGet(() -> new Route(id, ""));
    }

    private static List<VersionView> versions(StandardState state) {
        return state.versions().stream().map(version -> view(version, state)).toList();
    }

    private static VersionView view(Version version, StandardState state) {
        return new VersionView(
                version.number(),
                version.changeClass(),
                version.approvedOn(),
                version.effectiveFrom(),
                state.effectiveTo(version),
                version.changeNote());
    }

    private static ApprovalView approval(StandardState state) {
        var approval = state.approval();
        return new ApprovalView(
                approval.revision(),
                approval.submittedBy(),
                approval.submittedAt(),
                approval.decisionExpectedBy(),
                approval.explanation(),
                approval.ballotOpen(),
                approval.panel(),
                approval.votes(),
                approval.voters(),
                agreement(approval.agreement(), state.draft()),
                approval.comments(),
                approval.reminded(),
                approval.escalated());
    }

    private static @Nullable AgreementView agreement(Approval.@Nullable Agreement agreement, Draft draft) {
        return agreement == null
                ? null
                : new AgreementView(
                        agreement.decidedOn(),
                        agreement.effectiveFrom(),
                        agreement.changeNote(),
                        agreement.revision(),
                        agreement.changes(draft));
    }

    private static @Nullable DecisionView decision(StandardState state, LifecyclePolicy policy) {
        var decision = state.decision();
        return decision.kind() == Decision.Kind.NONE
                ? null
                : new DecisionView(
                        decision.kind(),
                        decision.by(),
                        decision.at(),
                        decision.participants(),
                        decision.challengeableUntil(state, policy),
                        decision.reversibleFor(state),
                        decision.grounds() == null
                                ? null
                                : new ChallengeView(decision.grounds(), decision.challengedBy()));
    }

    private static @Nullable InForceView inForce(StandardState state, LocalDate day) {
        var version = state.inForceOn(day);
        return version == null ? null : new InForceView(day, view(version, state), DraftWriting.of(version.content()));
    }

    private static List<ActionView> actions(StateAt<StandardState> standard, Circumstances circumstances) {
        return StandardActions.of(standard.state(), circumstances).stream()
                .filter(StandardActions.Action::permitted)
                .map(action -> new ActionView(
                        action.name().wireName(),
                        action.does(),
                        action.told().stream().map(Audience::says).toList(),
                        action.name() == CommandName.CHANGE_DRAFT ? "PUT" : "POST",
                        address(standard.reference(), action.name())))
                .toList();
    }

    private static List<BlockedView> blocked(StateAt<StandardState> standard, Circumstances circumstances) {
        return StandardActions.of(standard.state(), circumstances).stream()
                .filter(action -> !action.permitted()
                        && action.name().stages().contains(standard.state().stage())
                        && !Collections.disjoint(
                                action.name().roles(), circumstances.caller().roles()))
                .map(action -> new BlockedView(action.name().wireName(), action.does(), Objection.of(action.unless())))
                .toList();
    }

    private static String address(String reference, CommandName name) {
        return name == CommandName.CHANGE_DRAFT
                ? "/standards/" + reference + "/draft"
                : "/standards/" + reference + "/commands/" + name.wireName();
    }

    private static @Nullable GroupSupport support(StandardState state, Circumstances circumstances) {
        var group = state.owner() == null ? null : circumstances.groups().get(state.owner());
        return group == null
                ? null
                : new GroupSupport(
                        group.id(),
                        group.name(),
                        group.supporting().size(),
                        (int) Membership.small(group.supporting()),
                        Objection.of(group.lacking(circumstances.policy())));
    }

    private static List<TurnView> turns(StateAt<StandardState> standard, Circumstances circumstances) {
        return WhoseTurn.of(standard.state(), circumstances).stream()
                .map(turn -> new TurnView(
                        turn.who(),
                        turn.who().says(),
                        turn.roles().stream().sorted().toList(),
                        turn.what(),
                        turn.dueBy(),
                        turn.command().wireName(),
                        address(standard.reference(), turn.command())))
                .toList();
    }

    private StandardViews() {}
}
