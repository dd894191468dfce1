package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;

/**
 * All that the rulebook knows about one standard. Made from its events alone, one after the other, and never changed.
 *
 * @param reference empty where there is no such standard
 * @param sequence how many events there have been: the number of the last one
 * @param registeredOnly whether it was taken over as it is and nobody has worked on it here
 * @param owner the employer group that develops it, where one does
 * @param conditions under which a proposal or a version was agreed, until they are all met
 * @param hands who had a hand in what is decided on
 * @param versions all approved versions, the oldest first
 * @param reviews what became of challenges, the oldest first
 * @param waiting what waits to be done, and since when
 * @param formerVersions how many of them belong to an earlier life, which ended with a reinstatement to potential
 */
public record StandardState(
        String reference,
        long sequence,
        Stage stage,
        boolean registeredOnly,
        Classification classification,
        @Nullable UUID owner,
        Draft draft,
        Proposal proposal,
        Consultation consultation,
        Approval approval,
        List<Condition> conditions,
        Panel panel,
        Hands hands,
        List<Version> versions,
        int formerVersions,
        ChangeRequests changeRequests,
        List<Product> products,
        GreenTheme green,
        List<ProgressionLink> progression,
        EndOfLife endOfLife,
        Decision decision,
        List<Review> reviews,
        List<Waiting> waiting,
        Dates dates) {

    private static final StandardState NONE = new StandardState(
            "",
            0,
            Stage.NONE,
            false,
            new Classification(0, 0, null, null),
            null,
            Draft.of(Content.titled("")),
            Proposal.none(),
            Consultation.none(),
            Approval.none(),
            List.of(),
            Panel.none(),
            Hands.none(),
            List.of(),
            0,
            ChangeRequests.none(),
            List.of(),
            GreenTheme.NONE,
            List.of(),
            EndOfLife.none(),
            Decision.none(),
            List.of(),
            List.of(),
            Dates.none());

    public StandardState {
        conditions = List.copyOf(conditions);
        versions = List.copyOf(versions);
        products = List.copyOf(products);
        progression = List.copyOf(progression);
        reviews = List.copyOf(reviews);
        waiting = List.copyOf(waiting);
    }

    /** A standard of which nothing has happened yet. */
    public static StandardState none() {
        return NONE;
    }

    /** This standard after one more event. */
    public StandardState after(StandardEvent event) {
        return Evolution.after(this, event);
    }

    public boolean exists() {
        return stage != Stage.NONE;
    }

    /** Where it stands for the public: a standard with a version stays approved while its next one is developed. */
    public Status status() {
        return switch (stage) {
            case NONE -> throw new IllegalStateException("A standard that does not exist has no status");
            case POTENTIAL, PROPOSED -> Status.POTENTIAL;
            case IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED -> hasVersion() ? Status.APPROVED : Status.IN_DEVELOPMENT;
            case APPROVED, RETIRING -> Status.APPROVED;
            case RETIRED -> Status.RETIRED;
            case WITHDRAWN -> Status.WITHDRAWN;
        };
    }

    /** Number of the last approved version, 0.0 before there is one. */
    public String version() {
        return hasVersion() ? versions.getLast().number() : Version.POTENTIAL;
    }

    /** Whether a version was approved in this life of the standard. */
    public boolean hasVersion() {
        return versions.size() > formerVersions;
    }

    /** Number that the version under way will have if it is approved. */
    public String nextVersion() {
        return Version.next(
                versions.isEmpty() ? Version.POTENTIAL : versions.getLast().number(), draft.changeClass());
    }

    /** The version in force on a day, where one is; none of a retired standard whose last day nobody knows. */
    public @Nullable Version inForceOn(LocalDate day) {
        for (Version version : versions.reversed()) {
            if (version.hasBegunBy(day)) {
                LocalDate last = effectiveTo(version);
                boolean over = last == null ? stage == Stage.RETIRED : day.isAfter(last);
                return over ? null : version;
            }
        }
        return null;
    }

    /** Last day on which a version is in force, where the next one or an end is set. */
    public @Nullable LocalDate effectiveTo(Version version) {
        if (version.endedOn() != null) {
            return version.endedOn();
        }
        int next = versions.indexOf(version) + 1;
        if (next < versions.size()) {
            LocalDate from = versions.get(next).effectiveFrom();
            return from == null ? null : from.minusDays(1);
        }
        return endOfLife.lastDay();
    }

    /** What the public reads on a day: the version in force, else the last one, else what is being written. */
    public Content published(LocalDate day) {
        Version version = inForceOn(day);
        if (version != null && hasVersion()) {
            return version.content();
        }
        return hasVersion() ? versions.getLast().content() : draft.content();
    }

    /**
     * The version that stands for the standard: the last that has begun as far as events say, else the first to come. It
     * changes with an event and not with the clock alone. Nothing before the first approval of this life.
     */
    public @Nullable Version standingVersion(ZoneId zone) {
        if (!hasVersion()) {
            return null;
        }
        List<Version> ofThisLife = versions.subList(formerVersions, versions.size());
        return ofThisLife.reversed().stream()
                .filter(version -> !version.isAwaited(zone))
                .findFirst()
                .orElse(ofThisLife.getFirst());
    }

    /** The version that takes the place of the standing one next, where one is approved already. */
    public @Nullable Version upcomingVersion(ZoneId zone) {
        Version standing = standingVersion(zone);
        return standing == null || standing == versions.getLast() ? null : versions.get(versions.indexOf(standing) + 1);
    }

    /** The title of the last version, else of the draft. */
    public String title() {
        String title = (hasVersion() ? versions.getLast().content() : draft.content()).title();
        return title == null ? "" : title;
    }

    /** Approved, and no apprenticeship on it is open. */
    public boolean withoutApprenticeship() {
        return exists()
                && status() == Status.APPROVED
                && products.stream()
                        .noneMatch(product -> product.type() == ProductType.APPRENTICESHIP
                                && product.status() != ProductStatus.RETIRED);
    }

    /** The product of that code, where there is one. */
    public @Nullable Product product(@Nullable String code) {
        return products.stream()
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** How the draft differs from what was open to comments; empty where it does not, or nobody was asked. */
    public List<Change> changedSinceConsultation() {
        return consultation.closesAt() == null ? List.of() : draft.changesSinceConsultation();
    }

    Next next() {
        return new Next(this);
    }

    /** The state after an event, while it is put together from the state before. */
    static final class Next {
        private String reference;
        private long sequence;
        private Stage stage;
        private boolean registeredOnly;
        private Classification classification;
        private @Nullable UUID owner;
        private Draft draft;
        private Proposal proposal;
        private Consultation consultation;
        private Approval approval;
        private List<Condition> conditions;
        private Panel panel;
        private Hands hands;
        private List<Version> versions;
        private int formerVersions;
        private ChangeRequests changeRequests;
        private List<Product> products;
        private GreenTheme green;
        private List<ProgressionLink> progression;
        private EndOfLife endOfLife;
        private Decision decision;
        private List<Review> reviews;
        private List<Waiting> waiting;
        private Dates dates;

        private Next(StandardState before) {
            reference = before.reference;
            sequence = before.sequence;
            stage = before.stage;
            registeredOnly = before.registeredOnly;
            classification = before.classification;
            owner = before.owner;
            draft = before.draft;
            proposal = before.proposal;
            consultation = before.consultation;
            approval = before.approval;
            conditions = before.conditions;
            panel = before.panel;
            hands = before.hands;
            versions = before.versions;
            formerVersions = before.formerVersions;
            changeRequests = before.changeRequests;
            products = before.products;
            green = before.green;
            progression = before.progression;
            endOfLife = before.endOfLife;
            decision = before.decision;
            reviews = before.reviews;
            waiting = before.waiting;
            dates = before.dates;
        }

        Next reference(String value) {
            reference = value;
            return this;
        }

        Next sequence(long value) {
            sequence = value;
            return this;
        }

        Next stage(Stage value) {
            stage = value;
            return this;
        }

        Next registeredOnly(boolean value) {
            registeredOnly = value;
            return this;
        }

        Next classification(Classification value) {
            classification = value;
            return this;
        }

        Next owner(@Nullable UUID value) {
            owner = value;
            return this;
        }

        Next draft(Draft value) {
            draft = value;
            return this;
        }

        Next proposal(Proposal value) {
            proposal = value;
            return this;
        }

        Next consultation(Consultation value) {
            consultation = value;
            return this;
        }

        Next approval(Approval value) {
            approval = value;
            return this;
        }

        Next conditions(List<Condition> value) {
            conditions = value;
            return this;
        }

        Next panel(Panel value) {
            panel = value;
            return this;
        }

        Next hands(Hands value) {
            hands = value;
            return this;
        }

        Next versions(List<Version> value) {
            versions = value;
            return this;
        }

        Next formerVersions(int value) {
            formerVersions = value;
            return this;
        }

        Next changeRequests(ChangeRequests value) {
            changeRequests = value;
            return this;
        }

        Next products(List<Product> value) {
            products = value;
            return this;
        }

        Next green(GreenTheme value) {
            green = value;
            return this;
        }

        Next progression(List<ProgressionLink> value) {
            progression = value;
            return this;
        }

        Next endOfLife(EndOfLife value) {
            endOfLife = value;
            return this;
        }

        Next decision(Decision value) {
            decision = value;
            return this;
        }

        Next reviews(List<Review> value) {
            reviews = value;
            return this;
        }

        Next waiting(List<Waiting> value) {
            waiting = value;
            return this;
        }

        Next dates(Dates value) {
            dates = value;
            return this;
        }

        StandardState done() {
            return new StandardState(
                    reference,
                    sequence,
                    stage,
                    registeredOnly,
                    classification,
                    owner,
                    draft,
                    proposal,
                    consultation,
                    approval,
                    conditions,
                    panel,
                    hands,
                    versions,
                    formerVersions,
                    changeRequests,
                    products,
                    green,
                    progression,
                    endOfLife,
                    decision,
                    reviews,
                    waiting,
                    dates);
        }
    }
}
