package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.groups.GroupEvent;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.BallotEvent;
import org.occupationalstandards.standards.lifecycle.ConditionEvent;
import org.occupationalstandards.standards.lifecycle.ConsultationEvent;
import org.occupationalstandards.standards.lifecycle.DeadlineEvent;
import org.occupationalstandards.standards.lifecycle.DraftEvent;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.Fact;
import org.occupationalstandards.standards.lifecycle.MapEvent;
import org.occupationalstandards.standards.lifecycle.ProductEvent;
import org.occupationalstandards.standards.lifecycle.ProposalEvent;
import org.occupationalstandards.standards.lifecycle.ReviewEvent;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.VersionEvent;

/**
 * The name under which each event is stored, for ever. A line is never changed and never goes; an event that comes to mean
 * something else gets a new revision and an upcaster from the old one.
 */
public final class StoredEventTypes {

    /**
     * @param name in kebab-case
     * @param revision counted from 1
     */
    public record Type(String name, String revision, Class<? extends Fact> record) {}

    private static final List<Type> TYPES = List.of(
            type("standard-proposed", ProposalEvent.StandardProposed.class),
            type("proposal-submitted", ProposalEvent.ProposalSubmitted.class),
            type("proposal-drafted", ProposalEvent.ProposalDrafted.class),
            type("readiness-confirmed", ProposalEvent.ReadinessConfirmed.class),
            type("proposal-returned", ProposalEvent.ProposalReturned.class),
            type("proposal-recommended", ProposalEvent.ProposalRecommended.class),
            type("proposal-agreed-with-conditions", ProposalEvent.ProposalAgreedWithConditions.class),
            type("proposal-accepted", ProposalEvent.ProposalAccepted.class),
            type("group-assigned", ProposalEvent.GroupAssigned.class),
            type("proposal-rejected", ProposalEvent.ProposalRejected.class),
            type("condition-evidenced", ConditionEvent.ConditionEvidenced.class),
            type("condition-closed", ConditionEvent.ConditionClosed.class),
            type("condition-reopened", ConditionEvent.ConditionReopened.class),
            type("conditions-unsettled", ConditionEvent.ConditionsUnsettled.class),
            type("draft-changed", DraftEvent.DraftChanged.class),
            type("consultation-opened", ConsultationEvent.ConsultationOpened.class),
            type("consultation-extended", ConsultationEvent.ConsultationExtended.class),
            type("comment-made", ConsultationEvent.CommentMade.class),
            type("comment-answered", ConsultationEvent.CommentAnswered.class),
            type("consultation-closed", ConsultationEvent.ConsultationClosed.class),
            type("vote-cast", BallotEvent.VoteCast.class),
            type("votes-invalidated", BallotEvent.VotesInvalidated.class),
            type("interest-declared", BallotEvent.InterestDeclared.class),
            type("interest-cleared", BallotEvent.InterestCleared.class),
            type("vote-delegated", BallotEvent.VoteDelegated.class),
            type("delegation-revoked", BallotEvent.DelegationRevoked.class),
            type("ballot-withdrawn", BallotEvent.BallotWithdrawn.class),
            type("ballot-opened", BallotEvent.BallotOpened.class),
            type("submitted-for-approval", ApprovalEvent.SubmittedForApproval.class),
            type("approval-agreed-with-conditions", ApprovalEvent.ApprovalAgreedWithConditions.class),
            type("standard-approved", ApprovalEvent.StandardApproved.class),
            type("returned-with-comments", ApprovalEvent.ReturnedWithComments.class),
            type("approval-rejected", ApprovalEvent.ApprovalRejected.class),
            type("review-requested", ReviewEvent.ReviewRequested.class),
            type("review-decided", ReviewEvent.ReviewDecided.class),
            type("decision-reopened", ReviewEvent.DecisionReopened.class),
            type("change-requested", VersionEvent.ChangeRequested.class),
            type("revision-started", VersionEvent.RevisionStarted.class),
            type("change-declined", VersionEvent.ChangeDeclined.class),
            type("change-reclassified", VersionEvent.ChangeReclassified.class),
            type("dates-corrected", VersionEvent.DatesCorrected.class),
            type("version-took-effect", VersionEvent.VersionTookEffect.class),
            type("product-added", ProductEvent.ProductAdded.class),
            type("product-changed", ProductEvent.ProductChanged.class),
            type("product-approved", ProductEvent.ProductApproved.class),
            type("starts-paused", ProductEvent.StartsPaused.class),
            type("starts-resumed", ProductEvent.StartsResumed.class),
            type("product-retired", ProductEvent.ProductRetired.class),
            type("product-reinstated", ProductEvent.ProductReinstated.class),
            type("reclassified", MapEvent.Reclassified.class),
            type("green-theme-set", MapEvent.GreenThemeSet.class),
            type("progression-proposed", MapEvent.ProgressionProposed.class),
            type("progression-confirmed", MapEvent.ProgressionConfirmed.class),
            type("progression-removed", MapEvent.ProgressionRemoved.class),
            type("withdrawal-requested", EndOfLifeEvent.WithdrawalRequested.class),
            type("withdrawal-declined", EndOfLifeEvent.WithdrawalDeclined.class),
            type("withdrawal-taken-back", EndOfLifeEvent.WithdrawalTakenBack.class),
            type("standard-withdrawn", EndOfLifeEvent.StandardWithdrawn.class),
            type("revision-withdrawn", EndOfLifeEvent.RevisionWithdrawn.class),
            type("retirement-proposed", EndOfLifeEvent.RetirementProposed.class),
            type("retirement-declined", EndOfLifeEvent.RetirementDeclined.class),
            type("retirement-decided", EndOfLifeEvent.RetirementDecided.class),
            type("standard-retired", EndOfLifeEvent.StandardRetired.class),
            type("replacement-named", EndOfLifeEvent.ReplacementNamed.class),
            type("standard-reinstated", EndOfLifeEvent.StandardReinstated.class),
            type("decision-reminded", DeadlineEvent.DecisionReminded.class),
            type("decision-escalated", DeadlineEvent.DecisionEscalated.class),
            type("closing-reminded", DeadlineEvent.ClosingReminded.class),
            type("waiting-reminded", DeadlineEvent.WaitingReminded.class),
            type("waiting-escalated", DeadlineEvent.WaitingEscalated.class),
            type("closing-overdue-reminded", DeadlineEvent.ClosingOverdueReminded.class),
            type("standard-registered", StandardRegistered.class),
            type("group-formed", GroupEvent.GroupFormed.class),
            type("group-renamed", GroupEvent.GroupRenamed.class),
            type("employer-admitted", GroupEvent.EmployerAdmitted.class),
            type("employer-released", GroupEvent.EmployerReleased.class),
            type("support-withdrawn", GroupEvent.SupportWithdrawn.class),
            type("support-restored", GroupEvent.SupportRestored.class),
            type("person-admitted", GroupEvent.PersonAdmitted.class),
            type("person-released", GroupEvent.PersonReleased.class),
            type("chair-appointed", GroupEvent.ChairAppointed.class),
            type("co-chair-appointed", GroupEvent.CoChairAppointed.class),
            type("chair-handed-over", GroupEvent.ChairHandedOver.class),
            type("group-dissolved", GroupEvent.GroupDissolved.class),
            type("employer-registered", EmployerEvent.EmployerRegistered.class),
            type("employer-corrected", EmployerEvent.EmployerCorrected.class),
            type("employer-merged", EmployerEvent.EmployerMerged.class),
            type("employer-separated", EmployerEvent.EmployerSeparated.class),
            type("employer-taken-in", EmployerEvent.EmployerTakenIn.class),
            type("employer-let-go", EmployerEvent.EmployerLetGo.class));

    private static final Map<Class<?>, Type> BY_RECORD =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Type::record, Function.identity()));

    private static final Map<String, Type> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Type::name, Function.identity()));

    /** Every type that is stored today. */
    public static List<Type> all() {
        return TYPES;
    }

    /** The type of an event's record. */
    public static Type of(Class<?> record) {
        var type = BY_RECORD.get(record);
        if (type == null) {
            throw new IllegalStateException(record + " has no name to be stored under");
        }
        return type;
    }

    static Optional<Type> named(String name, @Nullable String revision) {
        return Optional.ofNullable(BY_NAME.get(name))
                .filter(type -> type.revision().equals(revision));
    }

    private static Type type(String name, Class<? extends Fact> record) {
        return new Type(name, "1", record);
    }

    private StoredEventTypes() {}
}
