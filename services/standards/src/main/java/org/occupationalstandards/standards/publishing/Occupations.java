package org.occupationalstandards.standards.publishing;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.contracts.Option;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Progression;
import org.occupationalstandards.contracts.ProgressionKind;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.ProgressionLink;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.Version;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;
import org.occupationalstandards.standards.lifecycle.content.Content;

/** Puts what the rulebook knows of a standard into the words of the public contract. */
final class Occupations {

    /** The occupation with the version that stands for it, or with what was told of it before there is one. */
    static Occupation of(Recorded<StandardEvent> event, StandardState state, ZoneId zone) {
        var version = state.standingVersion(zone);
        return version == null
                ? untold(event, state)
                : of(event, state, version, version.content(), upcoming(state, zone));
    }

    /** The occupation with that version of it. */
    static Occupation version(Recorded<StandardEvent> event, StandardState state, Version version) {
        return of(event, state, version, version.content(), null);
    }

    /** The occupation before a version of it was told: what is being written is not for the public. */
    static Occupation untold(Recorded<StandardEvent> event, StandardState state) {
        return of(event, state, null, state.draft().told(), null);
    }

    /** The occupation as its draft would have it. */
    static Occupation draft(Recorded<StandardEvent> event, StandardState state, ZoneId zone) {
        return of(event, state, state.standingVersion(zone), state.draft().content(), upcoming(state, zone));
    }

    static @Nullable Upcoming upcoming(StandardState state, ZoneId zone) {
        var version = state.upcomingVersion(zone);
        return version == null ? null : new Upcoming(version.number(), Objects.requireNonNull(version.effectiveFrom()));
    }

    private static Occupation of(
            Recorded<StandardEvent> event,
            StandardState state,
            @Nullable Version version,
            Content content,
            @Nullable Upcoming upcoming) {
        var status = status(state);
        var classification = state.classification();
        var products = state.products().stream().map(Occupations::product).toList();
        return new Occupation(
                event.reference(),
                title(content),
                status,
                number(version),
                classification.level(),
                Tier.ofLevel(classification.level()),
                route(classification.route()),
                classification.pathway(),
                classification.cluster(),
                content.overview(),
                content.summary(),
                content.medianSalary(),
                soc(content),
                content.employers(),
                content.typicalJobTitles(),
                content.greenJobTitles(),
                content.keywords(),
                statements(Part.KNOWLEDGE, content.knowledge()),
                statements(Part.SKILL, content.skills()),
                statements(Part.BEHAVIOUR, content.behaviours()),
                labelled(content.duties(), Occupations::duty),
                content.options().stream()
                        .map(option -> new Option(option.id(), option.title()))
                        .toList(),
                products,
                Occupation.isWithoutApprenticeship(status, products),
                named(Green.class, state.green()),
                state.progression().stream()
                        .filter(ProgressionLink::confirmed)
                        .map(link -> new Progression(link.reference(), named(ProgressionKind.class, link.kind())))
                        .toList(),
                content.professionalRecognition(),
                content.regulatedBy(),
                content.mandatoryQualifications(),
                replacedBy(state),
                state.dates().createdOn(),
                state.dates().proposalApprovedOn(),
                version == null ? null : version.approvedOn(),
                version == null ? null : version.effectiveFrom(),
                version == null ? null : state.effectiveTo(version),
                event.recordedAt(),
                event.sequence(),
                upcoming);
    }

    /** Once its end is decided; before that it is only proposed. */
    private static @Nullable String replacedBy(StandardState state) {
        return isEnding(state) ? state.endOfLife().replacedBy() : null;
    }

    /** Whether the public knows that it ends. */
    static boolean isEnding(StandardState state) {
        return state.stage() == Stage.RETIRED || state.endOfLife().lastDay() != null;
    }

    static String number(@Nullable Version version) {
        return version == null ? Version.POTENTIAL : version.number();
    }

    static Status status(StandardState state) {
        return named(Status.class, state.status());
    }

    static Route route(int id) {
        return Routes.withId(id).orElseThrow(() -> new IllegalStateException("There is no route " + id));
    }

    static String title(Content content) {
        return content.title() == null ? "" : content.title();
    }

    /** The constant of the contract that is called as the rulebook calls it; a test holds the two together. */
    static <E extends Enum<E>> E named(Class<E> type, Enum<?> constant) {
        return Enum.valueOf(type, constant.name());
    }

    private static List<Statement> statements(
            Part part, List<org.occupationalstandards.standards.lifecycle.content.Statement> statements) {
        return labelled(
                statements,
                (statement, position) -> new Statement(statement.id(), part.label(position), statement.text()));
    }

    private static Duty duty(org.occupationalstandards.standards.lifecycle.content.Duty duty, int position) {
        return new Duty(
                duty.id(),
                Part.DUTY.label(position),
                duty.text(),
                duty.core(),
                duty.criteria(),
                List.<UUID>copyOf(duty.ksbs()),
                List.<UUID>copyOf(duty.options()));
    }

    private static <A, B> List<B> labelled(List<A> things, BiFunction<A, Integer, B> label) {
        return IntStream.range(0, things.size())
                .mapToObj(position -> label.apply(things.get(position), position))
                .toList();
    }

    private static @Nullable Soc2020 soc(Content content) {
        var soc = content.soc2020();
        return soc == null
                ? null
                : new Soc2020(
                        soc.code(),
                        soc.title(),
                        soc.subUnitGroups().stream()
                                .map(group -> new Soc2020.SubUnitGroup(group.code(), group.title()))
                                .toList());
    }

    static Product product(org.occupationalstandards.standards.lifecycle.Product product) {
        return new Product(
                named(ProductType.class, product.type()),
                product.code(),
                product.larsCode(),
                product.title(),
                named(ProductStatus.class, product.status()),
                product.level(),
                product.typicalDurationMonths(),
                product.maximumFunding(),
                product.careerStarter(),
                product.royal(),
                product.integratedDegree());
    }

    private Occupations() {}
}
