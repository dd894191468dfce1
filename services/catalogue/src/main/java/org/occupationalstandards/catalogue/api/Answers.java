package org.occupationalstandards.catalogue.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.catalogue.entry.Consultation;
import org.occupationalstandards.catalogue.entry.Neighbour;
import org.occupationalstandards.catalogue.entry.OccupationalMap;
import org.occupationalstandards.catalogue.entry.RouteNames;
import org.occupationalstandards.catalogue.entry.Version;
import org.occupationalstandards.catalogue.entry.Wording;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.Dispositions;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.ProgressionKind;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/** What the API answers beyond the contracts' own records. */
final class Answers {

    /** The versions of one occupation. */
    record Versions(String reference, String title, List<VersionItem> items, int total) {}

    /** One of them, with the address of its content. */
    record VersionItem(
            String version,
            ChangeClass changeClass,
            @Nullable String changeNote,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            Instant recordedAt,
            String href) {
        static VersionItem of(String reference, Version version) {
            return new VersionItem(
                    version.number(),
                    version.changeClass(),
                    version.changeNote(),
                    version.approvedOn(),
                    version.effectiveFrom(),
                    version.effectiveTo(),
                    version.recordedAt(),
                    "/occupations/" + reference + "/versions/" + version.number());
        }
    }

    /** What changed between two versions. */
    record RedlineAnswer(String reference, String from, String to, List<RedlineItem> changes, int total) {
        static RedlineAnswer of(String reference, String from, String to, List<Change> changes) {
            return new RedlineAnswer(
                    reference, from, to, changes.stream().map(RedlineItem::of).toList(), changes.size());
        }
    }

    /**
     * One difference.
     *
     * @param wording how the text became the other, word by word, where it was reworded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RedlineItem(
            @JsonUnwrapped Change change, @Nullable List<Wording.Piece> wording) {
        static RedlineItem of(Change change) {
            String before = change.before();
            String after = change.after();
            boolean isText = change.kind() == ChangeKind.REWORDED || change.kind() == ChangeKind.CHANGED;
            return new RedlineItem(
                    change, isText && before != null && after != null ? Wording.between(before, after) : null);
        }
    }

    /** Links to and from an occupation. */
    record Progressions(String reference, List<ProgressionItem> onward, List<ProgressionItem> from) {
        static Progressions of(String reference, List<Neighbour> neighbours) {
            return new Progressions(
                    reference,
                    neighbours.stream()
                            .filter(Neighbour::onward)
                            .map(ProgressionItem::of)
                            .toList(),
                    neighbours.stream()
                            .filter(each -> !each.onward())
                            .map(ProgressionItem::of)
                            .toList());
        }
    }

    /** The occupation at the other end of a link. */
    record ProgressionItem(
            ProgressionKind kind, @JsonUnwrapped OccupationItem occupation) {
        static ProgressionItem of(Neighbour neighbour) {
            return new ProgressionItem(neighbour.kind(), OccupationItem.of(neighbour.card()));
        }
    }

    /** An occupation on the map: what its card shows. */
    record OccupationItem(
            String reference,
            String title,
            Status status,
            String version,
            int level,
            Tier tier,
            Green green,
            boolean withoutApprenticeship,
            List<ProductType> products,
            String href) {
        static OccupationItem of(Card card) {
            return new OccupationItem(
                    card.reference(),
                    card.title(),
                    card.status(),
                    card.version(),
                    card.level(),
                    card.tier(),
                    card.green(),
                    card.withoutApprenticeship(),
                    card.products().stream().map(each -> each.type()).distinct().toList(),
                    "/occupations/" + card.reference());
        }
    }

    /** The whole map. */
    record MapAnswer(int total, List<RouteAnswer> routes) {
        static MapAnswer of(OccupationalMap map) {
            List<RouteAnswer> routes =
                    map.routes().stream().map(RouteAnswer::of).toList();
            return new MapAnswer(routes.stream().mapToInt(RouteAnswer::count).sum(), routes);
        }
    }

    /** One route with everything in it. */
    record RouteAnswer(int id, String name, String slug, int count, List<PathwayAnswer> pathways) {
        static RouteAnswer of(OccupationalMap.MapRoute route) {
            return new RouteAnswer(
                    route.route().id(),
                    route.route().name(),
                    RouteNames.slug(route.route()),
                    route.count(),
                    route.pathways().stream().map(PathwayAnswer::of).toList());
        }
    }

    /** A pathway; without a name, the occupations that are in the route alone. */
    record PathwayAnswer(@Nullable String name, int count, List<ClusterAnswer> clusters) {
        static PathwayAnswer of(OccupationalMap.Pathway pathway) {
            return new PathwayAnswer(
                    pathway.name(),
                    pathway.count(),
                    pathway.clusters().stream().map(ClusterAnswer::of).toList());
        }
    }

    /** A cluster; without a name, the occupations that are in the pathway alone. */
    record ClusterAnswer(@Nullable String name, int count, List<OccupationItem> occupations) {
        static ClusterAnswer of(OccupationalMap.Cluster cluster) {
            return new ClusterAnswer(
                    cluster.name(),
                    cluster.occupations().size(),
                    cluster.occupations().stream().map(OccupationItem::of).toList());
        }
    }

    /** All routes. */
    record RouteList(List<RouteItem> items, int total) {}

    /** One of them, with the number of its occupations. */
    record RouteItem(int id, String name, String slug, long count, String href) {
        static RouteItem of(Route route, long count) {
            return new RouteItem(route.id(), route.name(), RouteNames.slug(route), count, "/routes/" + route.id());
        }
    }

    /** One page of the consultations. */
    record ConsultationList(List<ConsultationItem> items, long total, int page, int size) {}

    /**
     * What the public is or was asked about one standard.
     *
     * @param kind draft or retirement
     * @param state open, or closed
     */
    record ConsultationItem(
            String reference,
            String title,
            String kind,
            String state,
            Instant openedAt,
            @Nullable Instant closesAt,
            LocalDate closesOn,
            String zone,
            @Nullable String reason,
            @Nullable Instant closedAt,
            String href) {
        static ConsultationItem of(Consultation it) {
            return new ConsultationItem(
                    it.reference(),
                    it.title(),
                    it.kind().wireName(),
                    it.isOpen() ? "open" : "closed",
                    it.openedAt(),
                    it.closesAt(),
                    it.closesOn(),
                    it.zone(),
                    it.reason(),
                    it.closedAt(),
                    "/occupations/" + it.reference() + "/consultation");
        }
    }

    /**
     * The same, with what it is about and how to take part.
     *
     * @param comment how to comment, while comments are taken
     * @param comments how many were made, where that was told at its end
     */
    record ConsultationAnswer(
            @JsonUnwrapped ConsultationItem consultation,
            @Nullable HowToComment comment,
            @Nullable Integer comments,
            @Nullable Dispositions dispositions,
            @Nullable Occupation draft) {
        static ConsultationAnswer of(Consultation it, URI standards, Instant now) {
            return new ConsultationAnswer(
                    ConsultationItem.of(it),
                    it.takesComments(now) ? HowToComment.on(it.reference(), standards) : null,
                    it.comments(),
                    it.dispositions(),
                    it.draft());
        }
    }

    /** A command of the standards service; it needs a token. */
    record HowToComment(String method, String href) {
        static HowToComment on(String reference, URI standards) {
            return new HowToComment("POST", standards + "/standards/" + reference + "/commands/comment");
        }
    }

    private Answers() {}
}
