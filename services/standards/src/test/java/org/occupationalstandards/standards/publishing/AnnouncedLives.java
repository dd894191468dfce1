package org.occupationalstandards.standards.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.BallotEvent;
import org.occupationalstandards.standards.lifecycle.ChangeClass;
import org.occupationalstandards.standards.lifecycle.ConditionEvent;
import org.occupationalstandards.standards.lifecycle.ConsultationEvent;
import org.occupationalstandards.standards.lifecycle.DeadlineEvent;
import org.occupationalstandards.standards.lifecycle.Disposition;
import org.occupationalstandards.standards.lifecycle.DraftEvent;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.GreenTheme;
import org.occupationalstandards.standards.lifecycle.GroupEmployer;
import org.occupationalstandards.standards.lifecycle.MapEvent;
import org.occupationalstandards.standards.lifecycle.Product;
import org.occupationalstandards.standards.lifecycle.ProductEvent;
import org.occupationalstandards.standards.lifecycle.ProductStatus;
import org.occupationalstandards.standards.lifecycle.ProductType;
import org.occupationalstandards.standards.lifecycle.ProgressionKind;
import org.occupationalstandards.standards.lifecycle.ProgressionLink;
import org.occupationalstandards.standards.lifecycle.ProposalEvent;
import org.occupationalstandards.standards.lifecycle.ReviewEvent;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.VersionEvent;
import org.occupationalstandards.standards.lifecycle.VoteChoice;
import org.occupationalstandards.standards.lifecycle.Waiting;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** For every event that is stored, at least one life in which it happens; by what it is called in the approved file. */
final class AnnouncedLives {

    /** In London it is the day after. */
    static final Instant AT = Instant.parse("2026-07-01T23:30:00Z");

    private static final String REFERENCE = "OCC0218";
    private static final String BY = "somebody";
    private static final UUID GROUP = id("group");
    private static final LocalDate DECIDED = LocalDate.parse("2026-06-30");
    private static final LocalDate LAST_DAY = LocalDate.parse("2027-07-31");
    private static final Instant LATER = Instant.parse("2026-08-31T16:00:00Z");
    private static final String LONDON = "Europe/London";

    /**
     * @param events of which the last one is told
     */
    record Life(List<StandardEvent> events) {

        StandardEvent last() {
            return events.getLast();
        }

        Recorded<StandardEvent> recorded() {
            return new Recorded<>("an-id", REFERENCE, events.size(), AT, null, null, last());
        }
    }

    private final Map<String, Life> lives = new LinkedHashMap<>();

    static Map<String, Life> all() {
        AnnouncedLives all = new AnnouncedLives();
        all.beforeApproval();
        all.approval();
        all.afterApproval();
        all.ends();
        all.deadlines();
        return all.lives;
    }

    private void beforeApproval() {
        var potential = List.<StandardEvent>of();
        life("standard-proposed", potential, proposed());
        life("standard-registered", potential, registered("1.3", Status.APPROVED));
        life("standard-registered, without a version", potential, registered("0.0", Status.IN_DEVELOPMENT));
        life(
                "standard-registered, with a version that is still to come",
                List.of(registered("1.3", Status.APPROVED, DECIDED.minusYears(1))),
                registered("1.4", Status.APPROVED, LAST_DAY));
        potential = List.of(proposed());
        life(
                "proposal-drafted",
                potential,
                new ProposalEvent.ProposalDrafted(null, List.of(), List.of(), null, null, null, null, null, BY, AT));
        life(
                "proposal-drafted, with another title",
                potential,
                new ProposalEvent.ProposalDrafted(
                        "Apiarist", List.of(), List.of(), null, null, null, null, null, BY, AT));
        life("proposal-submitted", potential, submitted());
        var proposal = and(potential, submitted());
        life("readiness-confirmed", proposal, new ProposalEvent.ReadinessConfirmed(null, BY, AT));
        life("proposal-returned", proposal, new ProposalEvent.ProposalReturned(List.of("Not ready."), BY, AT));
        life("proposal-recommended", proposal, new ProposalEvent.ProposalRecommended(true, null, BY, AT));
        var agreed =
                new ProposalEvent.ProposalAgreedWithConditions(List.of("Two more employers."), null, DECIDED, BY, AT);
        life("proposal-agreed-with-conditions", proposal, agreed);
        life("condition-evidenced", and(proposal, agreed), new ConditionEvent.ConditionEvidenced(1, "There.", BY, AT));
        life("condition-closed", and(proposal, agreed), new ConditionEvent.ConditionClosed(1, null, BY, AT));
        life("condition-reopened", and(proposal, agreed), new ConditionEvent.ConditionReopened(1, "Gone.", BY, AT));
        life("proposal-accepted", and(proposal, agreed), accepted());
        life(
                "proposal-rejected",
                proposal,
                new ProposalEvent.ProposalRejected(List.of("Not needed."), DECIDED, BY, AT));
        life("group-assigned", proposal, new ProposalEvent.GroupAssigned(GROUP, "Taken over.", BY, AT));
        var development = and(proposal, accepted());
        life("draft-changed", development, drafted());
        life("withdrawal-requested", development, new EndOfLifeEvent.WithdrawalRequested("Gone.", BY, AT));
        var tired = and(development, new EndOfLifeEvent.WithdrawalRequested("Gone.", BY, AT));
        life("withdrawal-declined", tired, new EndOfLifeEvent.WithdrawalDeclined(List.of("Not so."), BY, AT));
        life("withdrawal-taken-back", tired, new EndOfLifeEvent.WithdrawalTakenBack(null, BY, AT));
        life("standard-withdrawn", development, new EndOfLifeEvent.StandardWithdrawn("Gone.", DECIDED, BY, AT));
        development = and(development, drafted());
        life("consultation-opened", development, opened());
        var consulting = and(
                development,
                opened(),
                new ConsultationEvent.CommentMade(1, null, null, null, "Good.", BY, AT),
                new ConsultationEvent.CommentMade(2, null, null, null, "Too long.", BY, AT),
                new ConsultationEvent.CommentMade(3, null, null, null, "What of pay?", BY, AT));
        life("comment-made", development, consulting.getLast());
        var answer = new ConsultationEvent.CommentAnswered(1, Disposition.ACCEPTED, null, BY, AT);
        life("comment-answered", consulting, answer);
        life(
                "consultation-extended",
                consulting,
                new ConsultationEvent.ConsultationExtended(LATER, "Holidays.", BY, AT));
        life(
                "decision-reopened, of work that was given up while the public was asked",
                and(consulting, new EndOfLifeEvent.StandardWithdrawn("Gone.", DECIDED, BY, AT)),
                new ReviewEvent.DecisionReopened("It goes on.", false, null, BY, AT));
        life(
                "consultation-closed",
                and(
                        consulting,
                        answer,
                        new ConsultationEvent.CommentAnswered(2, Disposition.ACCEPTED_IN_PART, null, BY, AT),
                        new ConsultationEvent.CommentAnswered(3, Disposition.OUT_OF_SCOPE, "No.", BY, AT)),
                new ConsultationEvent.ConsultationClosed(null, BY, AT));
    }

    private void approval() {
        var before = development();
        life("submitted-for-approval", before, submission());
        var submitted = and(before, submission());
        life("ballot-opened", submitted, new BallotEvent.BallotOpened(1, List.of(), null, BY, AT));
        life("vote-cast", submitted, new BallotEvent.VoteCast(BY, VoteChoice.YES, null, 1, BY, AT));
        life("votes-invalidated", submitted, new BallotEvent.VotesInvalidated(2, 1, BY, AT));
        life("interest-declared", submitted, new BallotEvent.InterestDeclared(BY, "An employer.", BY, AT));
        life("interest-cleared", submitted, new BallotEvent.InterestCleared(BY, "No employer.", BY, AT));
        life("vote-delegated", submitted, new BallotEvent.VoteDelegated("another", DECIDED, null, BY, AT));
        life("delegation-revoked", submitted, new BallotEvent.DelegationRevoked(null, BY, AT));
        life("ballot-withdrawn", submitted, new BallotEvent.BallotWithdrawn("Too early.", 1, BY, AT));
        var agreed = new ApprovalEvent.ApprovalAgreedWithConditions(List.of("A comma."), DECIDED, null, null, BY, AT);
        life("approval-agreed-with-conditions", submitted, agreed);
        life(
                "conditions-unsettled",
                and(submitted, agreed),
                new ConditionEvent.ConditionsUnsettled(2, List.of(1), BY, AT));
        life("standard-approved", submitted, approved("1.0", ChangeClass.NEW, content(), "2026-07-03"));
        life("returned-with-comments", submitted, new ApprovalEvent.ReturnedWithComments(List.of("Shorter."), BY, AT));
        life("approval-rejected", submitted, rejected());
        var challenged = and(submitted, rejected(), new ReviewEvent.ReviewRequested("Wrong draft.", BY, AT));
        life("review-requested", and(submitted, rejected()), challenged.getLast());
        life("review-decided", challenged, new ReviewEvent.ReviewDecided(true, List.of("So it was."), null, BY, AT));
        life("decision-reopened", challenged, new ReviewEvent.DecisionReopened("So it was.", true, LATER, BY, AT));
    }

    private void afterApproval() {
        var one = versionOne();
        var asked = and(one, new VersionEvent.ChangeRequested(1, "Hygiene.", null, BY, AT));
        life("change-requested", one, asked.getLast());
        life("change-declined", asked, new VersionEvent.ChangeDeclined(1, List.of("It is there."), BY, AT));
        var started = new VersionEvent.RevisionStarted(1, ChangeClass.ADJUSTMENT, 2, null, BY, AT);
        life("revision-started", asked, started);
        var revision = and(asked, started);
        life(
                "change-reclassified",
                revision,
                new VersionEvent.ChangeReclassified(ChangeClass.REVISION, "More.", BY, AT));
        life("revision-withdrawn", revision, new EndOfLifeEvent.RevisionWithdrawn("It was there.", BY, AT));
        var two = approved("1.1", ChangeClass.ADJUSTMENT, revised(), "2027-01-05");
        life("standard-approved, the next version", revision, two);
        life(
                "version-took-effect",
                and(revision, two),
                new VersionEvent.VersionTookEffect(
                        "1.1", LocalDate.parse("2027-01-05"), BY, Instant.parse("2027-01-05T00:00:02Z")));
        life("dates-corrected", one, dates("1.0", "2026-07-02"));
        life("dates-corrected, of an older version", and(revision, two), dates("1.0", "2026-07-02"));
        life(
                "dates-corrected, of a version that stands from then on",
                and(revision, two),
                new VersionEvent.DatesCorrected(
                        "1.1",
                        DECIDED,
                        LocalDate.parse("2026-08-01"),
                        "The minutes say so.",
                        BY,
                        Instant.parse("2026-08-01T09:00:00Z")));
        life("product-added", one, new ProductEvent.ProductAdded(product(ProductStatus.IN_DEVELOPMENT, null), BY, AT));
        var added = and(one, new ProductEvent.ProductAdded(product(ProductStatus.IN_DEVELOPMENT, null), BY, AT));
        life(
                "product-changed",
                added,
                new ProductEvent.ProductChanged(
                        product(ProductStatus.IN_DEVELOPMENT, 99), "The code has come.", BY, AT));
        var delivered =
                new ProductEvent.ProductApproved(product(ProductStatus.APPROVED_FOR_DELIVERY, null), null, BY, AT);
        life("product-approved", added, delivered);
        var paused = new ProductEvent.StartsPaused(product(ProductStatus.STARTS_PAUSED, null), "No assessor.", BY, AT);
        life("starts-paused", and(added, delivered), paused);
        life(
                "starts-resumed",
                and(added, delivered, paused),
                new ProductEvent.StartsResumed(product(ProductStatus.APPROVED_FOR_DELIVERY, null), null, BY, AT));
        var retired = new ProductEvent.ProductRetired(product(ProductStatus.RETIRED, null), "No starts.", BY, AT);
        life("product-retired", and(added, delivered), retired);
        life(
                "product-reinstated",
                and(added, retired),
                new ProductEvent.ProductReinstated(product(ProductStatus.IN_DEVELOPMENT, null), "Wanted.", BY, AT));
        life("reclassified", one, new MapEvent.Reclassified(4, 7, "Another", null, "It was wrong.", BY, AT));
        life("green-theme-set", one, new MapEvent.GreenThemeSet(GreenTheme.MID, BY, AT));
        var kind = ProgressionKind.OCCUPATIONAL;
        var link = new MapEvent.ProgressionProposed("OCC0219", kind, BY, AT);
        life("progression-proposed", one, link);
        var linked = new MapEvent.ProgressionConfirmed("OCC0219", kind, BY, AT);
        life("progression-confirmed", and(one, link), linked);
        life(
                "progression-removed",
                and(one, link, linked),
                new MapEvent.ProgressionRemoved("OCC0219", kind, true, "It ends.", BY, AT));
        life(
                "progression-removed, not public yet",
                and(one, link),
                new MapEvent.ProgressionRemoved("OCC0219", kind, false, "A mistake.", BY, AT));
    }

    private void ends() {
        var one = versionOne();
        var asked = new EndOfLifeEvent.RetirementProposed("No starts.", LATER, LONDON, null, BY, AT);
        life("retirement-proposed", one, asked);
        life(
                "retirement-declined",
                and(one, asked),
                new EndOfLifeEvent.RetirementDeclined(List.of("Wanted.", "Used."), DECIDED, BY, AT));
        life(
                "retirement-decided",
                and(one, asked),
                new EndOfLifeEvent.RetirementDecided(LAST_DAY, "OCC0219", null, DECIDED, BY, AT));
        var retired = new EndOfLifeEvent.StandardRetired(LAST_DAY, null, DECIDED, BY, AT);
        life("standard-retired", and(one, asked), retired);
        life("replacement-named", and(one, asked, retired), new EndOfLifeEvent.ReplacementNamed("OCC0219", BY, AT));
        life(
                "standard-reinstated",
                and(one, asked, retired),
                new EndOfLifeEvent.StandardReinstated("It is back.", DECIDED, BY, AT));
    }

    private void deadlines() {
        var submitted = and(development(), submission());
        life("decision-reminded", submitted, new DeadlineEvent.DecisionReminded(LATER, BY, AT));
        life("decision-escalated", submitted, new DeadlineEvent.DecisionEscalated(LATER, BY, AT));
        var kind = Waiting.Kind.values()[0];
        life("waiting-reminded", submitted, new DeadlineEvent.WaitingReminded(kind, 1, LATER, BY, AT));
        life("waiting-escalated", submitted, new DeadlineEvent.WaitingEscalated(kind, 1, LATER, BY, AT));
        var consulting = and(development(), opened());
        life("closing-reminded", consulting, new DeadlineEvent.ClosingReminded(LATER, BY, AT));
        life("closing-overdue-reminded", consulting, new DeadlineEvent.ClosingOverdueReminded(LATER, 1, BY, AT));
    }

    private void life(String name, List<? extends StandardEvent> before, StandardEvent last) {
        var events = new ArrayList<StandardEvent>(before);
        events.add(last);
        lives.put(name, new Life(List.copyOf(events)));
    }

    private static List<StandardEvent> and(List<? extends StandardEvent> events, StandardEvent... more) {
        return Stream.concat(events.stream(), Stream.of(more))
                .map(StandardEvent.class::cast)
                .toList();
    }

    private static List<StandardEvent> development() {
        return List.of(proposed(), submitted(), accepted(), drafted());
    }

    private static List<StandardEvent> versionOne() {
        return and(development(), submission(), approved("1.0", ChangeClass.NEW, content(), "2026-07-03"));
    }

    private static StandardEvent proposed() {
        return new ProposalEvent.StandardProposed(
                REFERENCE, "Beekeeper", 3, 1, "Animal care", null, "Keeps bees.", GROUP, DECIDED, BY, AT);
    }

    private static StandardEvent submitted() {
        return new ProposalEvent.ProposalSubmitted(
                GROUP,
                List.of(new GroupEmployer("An apiary", EmployerSize.SMALL)),
                List.of("Inspect hives."),
                12,
                3,
                20,
                "Everywhere the same.",
                "Like no other.",
                LATER,
                BY,
                AT);
    }

    private static StandardEvent accepted() {
        return new ProposalEvent.ProposalAccepted(null, DECIDED, BY, AT);
    }

    private static StandardEvent drafted() {
        var titled = Content.titled("Beekeeper").withOverview("Keeps bees.");
        return new DraftEvent.DraftChanged(1, ContentDiff.between(titled, content()), null, BY, AT);
    }

    private static StandardEvent opened() {
        return new ConsultationEvent.ConsultationOpened(1, Instant.parse("2026-07-29T16:00:00Z"), LONDON, BY, AT);
    }

    private static StandardEvent submission() {
        return new ApprovalEvent.SubmittedForApproval(1, LATER, null, null, BY, AT);
    }

    private static StandardEvent approved(String version, ChangeClass changeClass, Content content, String from) {
        return new ApprovalEvent.StandardApproved(
                version, changeClass, content, DECIDED, LocalDate.parse(from), "Hygiene is named.", BY, AT);
    }

    private static StandardEvent rejected() {
        return new ApprovalEvent.ApprovalRejected(List.of("Not distinct."), DECIDED, BY, AT);
    }

    private static StandardEvent dates(String version, String from) {
        return new VersionEvent.DatesCorrected(
                version, LocalDate.parse("2026-06-29"), LocalDate.parse(from), "The minutes say so.", BY, AT);
    }

    private static StandardEvent registered(String version, Status status) {
        return registered(version, status, DECIDED);
    }

    private static StandardEvent registered(String version, Status status, LocalDate effectiveFrom) {
        boolean any = !version.equals("0.0");
        return new StandardRegistered(
                REFERENCE,
                status,
                version,
                3,
                1,
                null,
                null,
                null,
                DECIDED,
                DECIDED,
                any ? DECIDED : null,
                any ? effectiveFrom : null,
                null,
                content(),
                List.of(product(ProductStatus.APPROVED_FOR_DELIVERY, 99)),
                GreenTheme.NONE,
                List.of(new ProgressionLink("OCC0219", ProgressionKind.OCCUPATIONAL, true)),
                BY,
                AT);
    }

    private static Product product(ProductStatus status, @Nullable Integer larsCode) {
        return new Product(
                ProductType.APPRENTICESHIP, "ST0218", larsCode, null, status, 3, 18, 8_000, false, false, false);
    }

    private static Content content() {
        return content("Keeps bees.", 30_000, List.of(k("Bees"), k("Honey"), k("Wax")), "Inspect hives", id("Bees"));
    }

    /** One statement is gone, so another moved; the duty is reworded and needs another statement. */
    private static Content revised() {
        return content("Keeps bees well.", null, List.of(k("Honey"), k("Wax")), "Inspect all hives", id("Wax"));
    }

    private static Content content(
            String overview, @Nullable Integer salary, List<Statement> knowledge, String duty, UUID needs) {
        return new Content(
                "Beekeeper",
                overview,
                null,
                salary,
                null,
                List.of("An apiary"),
                null,
                null,
                null,
                knowledge,
                List.of(new Statement(id("Lift"), "Lift safely")),
                null,
                List.of(new Duty(id("duty"), duty, true, null, List.of(needs, id("Lift")), null)),
                null,
                null,
                null,
                null);
    }

    private static Statement k(String about) {
        return new Statement(id(about), about + " and their law");
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
