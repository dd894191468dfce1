package org.occupationalstandards.catalogue.website;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.Consultation;
import org.occupationalstandards.catalogue.entry.ConsultationListing;
import org.occupationalstandards.catalogue.entry.Listing;
import org.occupationalstandards.catalogue.entry.Neighbour;
import org.occupationalstandards.catalogue.entry.ProductChange;
import org.occupationalstandards.catalogue.entry.RecentChange;
import org.occupationalstandards.catalogue.entry.Rejection;
import org.occupationalstandards.catalogue.entry.Search;
import org.occupationalstandards.catalogue.entry.Version;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ChangePart;
import org.occupationalstandards.contracts.Dispositions;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Option;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.ProgressionKind;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/**
 * A catalogue in memory, so that pages can be tried with everything that a page can show: the worked example in two versions, the
 * occupations of fact, one occupation with every part there is, one that was decided against, and hostile text in every field of
 * one.
 */
final class SampleCatalogue implements Catalogue {

    static final String HOSTILE = "</p><script>alert(1)</script>\"'<b>&amp;${7*7}[[${7*7}]]";

    private final Map<String, Occupation> occupations = new LinkedHashMap<>();
    private final Map<String, Card> cards = new LinkedHashMap<>();

    SampleCatalogue() {
        facts();
        keep(revised(Example.occupation()));
        keep(full());
        keep(hostile());
        keep(bare(rejected()));
    }

    @Override
    public Listing search(Search search, int page, int size) {
        List<Card> found = cards(search).stream()
                .sorted(Comparator.comparing(Card::reference))
                .toList();
        return new Listing(
                found.stream().skip((long) (page - 1) * size).limit(size).toList(), found.size(), page, size);
    }

    @Override
    public List<Card> cards(Search search) {
        return cards.values().stream()
                .filter(card -> search.q() == null || contains(card, search.q().toLowerCase(Locale.UK)))
                .filter(card -> search.route() == null || card.route().id() == search.route())
                .filter(card -> search.level() == null || card.level() == search.level())
                .filter(card -> search.tier() == null || card.tier() == search.tier())
                .filter(card -> search.status() == null || card.status() == search.status())
                .filter(card -> search.green() == null || card.green() == search.green())
                .filter(card -> search.product() == null
                        || card.products().stream().anyMatch(product -> product.type() == search.product()))
                .toList();
    }

    private static boolean contains(Card card, String words) {
        return (card.title() + " " + card.reference()).toLowerCase(Locale.UK).contains(words);
    }

    @Override
    public Optional<Occupation> occupation(String reference, @Nullable LocalDate asOf) {
        if (asOf != null && asOf.isBefore(LocalDate.parse("2026-09-15"))) return Optional.empty();
        return Optional.ofNullable(occupations.get(reference))
                .or(() -> Optional.ofNullable(cards.get(reference)).map(SampleCatalogue::bare));
    }

    @Override
    public Optional<LocalDate> knownSince(String reference) {
        return occupation(reference, null).map(each -> LocalDate.parse("2026-09-15"));
    }

    @Override
    public List<Version> versions(String reference) {
        if (reference.equals("OCC0218"))
            return List.of(
                    new Version(
                            "1.1",
                            ChangeClass.ADJUSTMENT,
                            "Wording brought up to date",
                            LocalDate.parse("2026-11-02"),
                            LocalDate.parse("2026-11-10"),
                            null,
                            Instant.parse("2026-11-02T09:00:00Z")),
                    new Version(
                            "1.0",
                            ChangeClass.NEW,
                            null,
                            LocalDate.parse("2026-09-14"),
                            LocalDate.parse("2026-09-15"),
                            LocalDate.parse("2026-11-09"),
                            Instant.parse("2026-09-14T10:15:30Z")));
        return occupation(reference, null)
                .filter(occupation -> !occupation.version().equals("0.0"))
                .map(occupation -> new Version(
                        occupation.version(),
                        ChangeClass.NEW,
                        null,
                        occupation.approvedOn(),
                        occupation.effectiveFrom(),
                        null,
                        Instant.parse("2026-09-14T10:15:30Z")))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Optional<Occupation> version(String reference, String number) {
        if (reference.equals("OCC0218") && number.equals("1.0")) return Optional.of(Example.occupation());
        return occupation(reference, null)
                .filter(occupation -> occupation.version().equals(number));
    }

    @Override
    public ConsultationListing consultations(int page, int size) {
        List<Consultation> all = List.of("OCC0218", "OCC9998", "OCC9999").stream()
                .map(each -> consultation(each).orElseThrow())
                .toList();
        return new ConsultationListing(page == 1 ? all : List.of(), all.size(), page, size);
    }

    /** One draft open to comments, one retirement whose comments are being answered, and one draft that was closed. */
    @Override
    public Optional<Consultation> consultation(String reference) {
        Instant opened = Instant.parse("2026-11-02T09:00:00Z");
        Instant closes = Instant.parse("2026-11-30T17:00:00Z");
        return switch (reference) {
            case "OCC0218" ->
                Optional.of(asked(Consultation.Kind.DRAFT, Example.occupation(), opened, closes, null, null, null));
            case "OCC9998" ->
                Optional.of(asked(
                        Consultation.Kind.RETIREMENT, full(), opened, null, "Nobody starts any more.", null, null));
            case "OCC9999" ->
                Optional.of(asked(
                        Consultation.Kind.DRAFT,
                        hostile(),
                        opened,
                        closes,
                        HOSTILE,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        new Dispositions(3, 2, 1, 0)));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Rejection> rejection(String reference) {
        return reference.equals("OCC9997")
                ? Optional.of(new Rejection(
                        Rejection.Kind.PROPOSAL,
                        LocalDate.parse("2026-03-02"),
                        List.of("Too close to an existing standard.", HOSTILE)))
                : Optional.empty();
    }

    private static Consultation asked(
            Consultation.Kind kind,
            Occupation occupation,
            Instant opened,
            @Nullable Instant closesAt,
            @Nullable String reason,
            @Nullable Instant closedAt,
            @Nullable Dispositions dispositions) {
        return new Consultation(
                occupation.reference(),
                occupation.title(),
                kind,
                opened,
                closesAt,
                LocalDate.parse(closesAt == null ? "2026-11-16" : "2026-11-30"),
                "Europe/London",
                reason,
                kind == Consultation.Kind.DRAFT ? occupation : null,
                closedAt,
                dispositions == null ? null : 6,
                dispositions);
    }

    @Override
    public Optional<List<Change>> redline(String reference, String from, String to) {
        if (!reference.equals("OCC0218")) return Optional.empty();
        Occupation before = Example.occupation();
        return Optional.of(List.of(
                new Change(ChangeKind.CHANGED, ChangePart.FIELD, null, "medianSalary", null, null, "34605", "35210"),
                new Change(
                        ChangeKind.REWORDED,
                        ChangePart.KNOWLEDGE,
                        before.knowledge().get(2).id(),
                        null,
                        "K3",
                        "K3",
                        before.knowledge().get(2).text(),
                        "The importance of probity, candour and integrity in professional practice."),
                new Change(
                        ChangeKind.REMOVED,
                        ChangePart.SKILL,
                        before.skills().get(8).id(),
                        null,
                        "S9",
                        null,
                        before.skills().get(8).text(),
                        null),
                new Change(
                        ChangeKind.ADDED,
                        ChangePart.BEHAVIOUR,
                        Example.id("B7"),
                        null,
                        null,
                        "B7",
                        null,
                        "Curious about <new> techniques & \"tools\"."),
                new Change(
                        ChangeKind.MAPPED,
                        ChangePart.DUTY,
                        before.duties().getFirst().id(),
                        Example.id("B7").toString(),
                        "D1",
                        "D1",
                        null,
                        null)));
    }

    @Override
    public List<Neighbour> neighbours(String reference) {
        if (!reference.equals("OCC0218")) return List.of();
        return List.of(
                neighbour("OCC0413", ProgressionKind.OCCUPATIONAL, true),
                neighbour("OCC0220", ProgressionKind.OCCUPATIONAL, true),
                neighbour("OCC1314", ProgressionKind.TECHNICAL_EDUCATION, true),
                neighbour("OCC0299", ProgressionKind.OCCUPATIONAL, false));
    }

    private Neighbour neighbour(String reference, ProgressionKind kind, boolean onward) {
        Card card = cards.get(reference);
        if (card == null) throw new IllegalStateException("The sample has no " + reference);
        return new Neighbour(card, kind, onward);
    }

    @Override
    public List<RecentChange> recentChanges(int atMost) {
        return List.of(
                new RecentChange(
                        "OCC0218",
                        "Healthcare science assistant",
                        AnnouncementType.APPROVED,
                        "1.1",
                        Instant.parse("2026-11-02T09:00:00Z"),
                        null),
                productNews(new Change(
                        ChangeKind.CHANGED,
                        ChangePart.PRODUCT,
                        null,
                        "status",
                        "ST0218",
                        "ST0218",
                        "in-development",
                        "approved-for-delivery")),
                productNews(new Change(
                        ChangeKind.ADDED, ChangePart.PRODUCT, null, null, null, "ST0218", null, "in-development")),
                new RecentChange(
                        "OCC9998",
                        "Hydrogen energy technician",
                        AnnouncementType.CONSULTATION_OPENED,
                        "1.3",
                        Instant.parse("2026-10-30T09:00:00Z"),
                        null));
    }

    private static RecentChange productNews(Change change) {
        return new RecentChange(
                "OCC0218",
                "Healthcare science assistant",
                AnnouncementType.PRODUCT_CHANGED,
                "1.0",
                Instant.parse("2026-11-01T09:00:00Z"),
                new ProductChange(ProductType.APPRENTICESHIP, "ST0218", List.of(change)));
    }

    private void keep(Occupation occupation) {
        occupations.put(occupation.reference(), occupation);
        cards.put(
                occupation.reference(),
                new Card(
                        occupation.reference(),
                        occupation.title(),
                        occupation.status(),
                        occupation.version(),
                        occupation.level(),
                        occupation.tier(),
                        occupation.route(),
                        occupation.pathway(),
                        occupation.cluster(),
                        occupation.overview(),
                        occupation.withoutApprenticeship(),
                        occupation.green(),
                        occupation.products(),
                        occupation.lastChanged()));
    }

    /** The example once more, a version later. */
    private static Occupation revised(Occupation first) {
        List<Statement> knowledge = new ArrayList<>(first.knowledge());
        Statement third = knowledge.get(2);
        knowledge.set(
                2,
                new Statement(
                        third.id(),
                        "K3",
                        "The importance of probity, candour and integrity in professional practice."));
        List<Statement> skills = new ArrayList<>();
        for (Statement skill : first.skills())
            if (!skill.label().equals("S9"))
                skills.add(new Statement(skill.id(), "S" + (skills.size() + 1), skill.text()));
        return new Occupation(
                first.reference(),
                first.title(),
                Status.APPROVED,
                "1.1",
                first.level(),
                first.tier(),
                first.route(),
                first.pathway(),
                first.cluster(),
                first.overview(),
                first.summary(),
                35210,
                first.soc2020(),
                first.employers(),
                first.typicalJobTitles(),
                first.greenJobTitles(),
                first.keywords(),
                knowledge,
                skills,
                first.behaviours(),
                first.duties(),
                first.options(),
                first.products(),
                false,
                Green.NONE,
                first.progression(),
                List.of(),
                null,
                List.of(),
                null,
                first.createdOn(),
                first.proposalApprovedOn(),
                LocalDate.parse("2026-11-02"),
                LocalDate.parse("2026-11-10"),
                null,
                Instant.parse("2026-11-02T09:00:00Z"),
                44,
                null);
    }

    /** Every part that an occupation can have. */
    private static Occupation full() {
        UUID option = Example.id("option");
        Statement knowledge = new Statement(Example.id("full-K1"), "K1", "How hydrogen behaves under pressure.");
        return new Occupation(
                "OCC9998",
                "Hydrogen energy technician",
                Status.APPROVED,
                "1.3",
                5,
                Tier.HIGHER_TECHNICAL,
                new org.occupationalstandards.contracts.Route(8, "Engineering and manufacturing"),
                "Engineering",
                "Energy technician",
                "Keeping hydrogen plants running.",
                "This occupation is found in energy.\n\nIt is new.",
                41000,
                new Soc2020("3113", "Engineering technicians", List.of()),
                List.of("North Sea Hydrogen"),
                List.of("Hydrogen technician", "Electrolyser technician"),
                List.of("Electrolyser technician"),
                List.of("Energy"),
                List.of(knowledge),
                List.of(),
                List.of(),
                List.of(new Duty(
                        Example.id("full-D1"),
                        "D1",
                        "Operate electrolysers.",
                        false,
                        List.of("Readings are right"),
                        List.of(knowledge.id()),
                        List.of(option))),
                List.of(new Option(option, "Offshore")),
                List.of(
                        product(ProductType.T_LEVEL, "TL01", false, false),
                        product(ProductType.TECHNICAL_QUALIFICATION, "TQ01", false, false),
                        product(ProductType.HIGHER_TECHNICAL_QUALIFICATION, "HTQ01", false, false),
                        product(ProductType.APPRENTICESHIP, "ST9998", true, true)),
                false,
                Green.DARK,
                List.of(),
                List.of("Institution of Engineering and Technology"),
                "Health and Safety Executive",
                List.of("Gas safety certificate"),
                null,
                null,
                null,
                LocalDate.parse("2026-05-01"),
                LocalDate.parse("2026-06-01"),
                null,
                Instant.parse("2026-05-01T09:00:00Z"),
                9,
                null);
    }

    private static Product product(ProductType type, String code, boolean starter, boolean royal) {
        return new Product(
                type, code, null, "Hydrogen", ProductStatus.STARTS_PAUSED, 5, 24, 12000, starter, royal, starter);
    }

    /** Nothing of this may reach the reader as markup. */
    private static Occupation hostile() {
        Statement knowledge = new Statement(Example.id("hostile-K1"), "K1", HOSTILE);
        return new Occupation(
                "OCC9999",
                HOSTILE,
                Status.IN_DEVELOPMENT,
                "0.0",
                6,
                Tier.PROFESSIONAL,
                new org.occupationalstandards.contracts.Route(7, "Digital"),
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                null,
                new Soc2020(HOSTILE, HOSTILE, List.of(new Soc2020.SubUnitGroup(HOSTILE, HOSTILE))),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(HOSTILE, "W".repeat(300)),
                List.of(knowledge),
                List.of(),
                List.of(),
                List.of(new Duty(
                        Example.id("hostile-D1"),
                        "D1",
                        HOSTILE,
                        true,
                        List.of(HOSTILE),
                        List.of(knowledge.id()),
                        List.of())),
                List.of(),
                List.of(),
                true,
                Green.MID,
                List.of(),
                List.of(HOSTILE),
                HOSTILE,
                List.of(HOSTILE),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                3,
                null);
    }

    /** Decided against as a proposal. */
    private static Card rejected() {
        return new Card(
                "OCC9997",
                "Beekeeper",
                Status.POTENTIAL,
                "0.0",
                3,
                Tier.TECHNICAL,
                new org.occupationalstandards.contracts.Route(1, "Agriculture, environmental and animal care"),
                null,
                null,
                null,
                false,
                Green.NONE,
                List.of(),
                null);
    }

    private static Occupation bare(Card card) {
        return new Occupation(
                card.reference(),
                card.title(),
                card.status(),
                card.version(),
                card.level(),
                card.tier(),
                card.route(),
                card.pathway(),
                card.cluster(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                card.products(),
                card.withoutApprenticeship(),
                card.green(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                null);
    }

    /** Columns: reference, apprenticeship, title, level, route, pathway, cluster, status2018, approved, … */
    private void facts() {
        Example.resource("/examples/occupations.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .filter(row -> row[3].matches("[2-7]"))
                .forEach(row -> Routes.named(unquoted(row[4])).ifPresent(route -> {
                    int level = Integer.parseInt(row[3]);
                    Status status = row[7].startsWith("Approved")
                            ? Status.APPROVED
                            : row[7].startsWith("In") ? Status.IN_DEVELOPMENT : Status.POTENTIAL;
                    boolean apprenticeship = !row[1].isBlank() && status == Status.APPROVED;
                    cards.put(
                            row[0],
                            new Card(
                                    row[0],
                                    unquoted(row[2]),
                                    status,
                                    status == Status.APPROVED ? "1.0" : "0.0",
                                    level,
                                    Tier.ofLevel(level),
                                    route,
                                    unquoted(row[5]),
                                    unquoted(row[6]),
                                    null,
                                    status == Status.APPROVED && !apprenticeship,
                                    Green.NONE,
                                    apprenticeship
                                            ? List.of(new Product(
                                                    ProductType.APPRENTICESHIP,
                                                    row[1],
                                                    null,
                                                    null,
                                                    ProductStatus.APPROVED_FOR_DELIVERY,
                                                    level,
                                                    null,
                                                    null,
                                                    false,
                                                    false,
                                                    false))
                                            : List.of(),
                                    null));
                }));
    }

    private static String unquoted(String field) {
        return field.replaceAll("^\"|\"$", "");
    }
}
