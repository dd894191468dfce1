package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;

/**
 * All that the rulebook knows about one standard. Made from its events alone, one after the other, and never changed.
 *
 * @param reference empty where there is no such standard
 * @param sequence how many events there have been: the number of the last one
 * @param owner the employer group that develops it, where one does
 * @param versions all approved versions, the oldest first
 */
public record StandardState(
        String reference,
        long sequence,
        Stage stage,
        Classification classification,
        @Nullable UUID owner,
        Draft draft,
        Proposal proposal,
        Consultation consultation,
        Approval approval,
        List<Version> versions,
        List<Product> products,
        GreenTheme green,
        List<ProgressionLink> progression,
        Dates dates) {

    private static final StandardState NONE = new StandardState(
            "",
            0,
            Stage.NONE,
            new Classification(0, 0, null, null),
            null,
            Draft.of(Content.titled("")),
            Proposal.none(),
            Consultation.none(),
            Approval.none(),
            List.of(),
            List.of(),
            GreenTheme.NONE,
            List.of(),
            Dates.none());

    public StandardState {
        versions = List.copyOf(versions);
        products = List.copyOf(products);
        progression = List.copyOf(progression);
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

    public boolean hasVersion() {
        return !versions.isEmpty();
    }

    /** The version in force on a day, where one is. */
    public @Nullable Version inForceOn(LocalDate day) {
        if (dates.endsOn() != null && day.isAfter(dates.endsOn())) {
            return null;
        }
        for (Version version : versions.reversed()) {
            if (version.effectiveFrom() == null || !version.effectiveFrom().isAfter(day)) {
                return version;
            }
        }
        return null;
    }

    /** Last day on which a version is in force, where the next one or an end is set. */
    public @Nullable LocalDate effectiveTo(Version version) {
        int next = versions.indexOf(version) + 1;
        if (next < versions.size()) {
            LocalDate from = versions.get(next).effectiveFrom();
            return from == null ? null : from.minusDays(1);
        }
        return dates.endsOn();
    }

    /** What the public reads on a day: the version in force, else the last one, else what is being written. */
    public Content published(LocalDate day) {
        Version version = inForceOn(day);
        if (version != null) {
            return version.content();
        }
        return hasVersion() ? versions.getLast().content() : draft.content();
    }

    public String title() {
        String title = draft.content().title();
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

    Next next() {
        return new Next(this);
    }

    /** The state after an event, while it is put together from the state before. */
    static final class Next {
        private String reference;
        private long sequence;
        private Stage stage;
        private Classification classification;
        private @Nullable UUID owner;
        private Draft draft;
        private Proposal proposal;
        private Consultation consultation;
        private Approval approval;
        private List<Version> versions;
        private List<Product> products;
        private GreenTheme green;
        private List<ProgressionLink> progression;
        private Dates dates;

        private Next(StandardState before) {
            reference = before.reference;
            sequence = before.sequence;
            stage = before.stage;
            classification = before.classification;
            owner = before.owner;
            draft = before.draft;
            proposal = before.proposal;
            consultation = before.consultation;
            approval = before.approval;
            versions = before.versions;
            products = before.products;
            green = before.green;
            progression = before.progression;
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

        Next versions(List<Version> value) {
            versions = value;
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

        Next dates(Dates value) {
            dates = value;
            return this;
        }

        StandardState done() {
            return new StandardState(
                    reference,
                    sequence,
                    stage,
                    classification,
                    owner,
                    draft,
                    proposal,
                    consultation,
                    approval,
                    versions,
                    products,
                    green,
                    progression,
                    dates);
        }
    }
}
