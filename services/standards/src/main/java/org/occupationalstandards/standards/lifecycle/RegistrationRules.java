package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;
import org.occupationalstandards.standards.lifecycle.content.Option;

/**
 * Rules of taking over standards that already exist: their facts are taken as they are, but not impossible ones. A
 * standard on which nobody has worked here can be taken over again; what was announced of it is not contradicted.
 */
final class RegistrationRules {

    private static final int MOST_PRODUCTS = 100;
    private static final int MOST_LINKS = 500;

    static List<StandardEvent> decide(RegisterExisting command, StandardState state, Circumstances circumstances) {
        StandardRegistered event = checked(command, circumstances);
        if (!state.exists()) {
            return List.of(event);
        }
        if (changesNothing(event, state)) {
            return List.of();
        }
        contradictsNothing(event, state);
        return List.of(event);
    }

    private static StandardRegistered checked(RegisterExisting command, Circumstances circumstances) {
        var policy = circumstances.policy();
        var limits = policy.limits();
        var objections = new Objections();
        String reference = objections.text(command.reference(), "/reference", 20);
        objections.unless(
                reference.isEmpty()
                        || ProposalRules.REFERENCE.matcher(reference).matches(),
                "/reference",
                "must be OCC and four digits, such as OCC0218");
        Status status = objections.given(command.status(), "/status", Status.POTENTIAL);
        String version = version(command.version(), status, objections);
        int level = objections.number(command.level(), "/level", 2, 7);
        int route = objections.route(command.route(), "/route", policy.routes());
        String pathway = objections.optionalText(command.pathway(), "/pathway", limits.title());
        String cluster = objections.optionalText(command.cluster(), "/cluster", limits.title());
        dates(command, version, circumstances, objections);
        Content content = objections.given(command.content(), "/content", Content.titled(""));
        objections.unless(command.content() == null || content.title() != null, "/content/title", "must be given");
        objections.addAll(ContentCheck.problems(content, limits, "/content"));
        List<Product> products = command.products() == null ? List.of() : command.products();
        atMost(MOST_PRODUCTS, products, "/products", objections);
        products(products, status, limits.title(), objections);
        List<ProgressionLink> links = command.progression() == null ? List.of() : command.progression();
        atMost(MOST_LINKS, links, "/progression", objections);
        links(links, reference, objections);
        objections.raise(Refusal.INVALID_INPUT);
        return new StandardRegistered(
                reference,
                status,
                version,
                level,
                route,
                pathway,
                cluster,
                command.group(),
                command.createdOn(),
                command.proposalApprovedOn(),
                command.approvedOn(),
                command.effectiveFrom(),
                command.effectiveTo(),
                content,
                List.copyOf(products),
                Objects.requireNonNullElse(command.green(), GreenTheme.NONE),
                List.copyOf(links),
                circumstances.by(),
                circumstances.now());
    }

    /** Approved and retired standards have a version, the others have none. */
    private static String version(@Nullable String given, Status status, Objections objections) {
        String version = given == null || given.isBlank() ? Version.POTENTIAL : given.strip();
        boolean wellFormed = Version.NUMBER.matcher(version).matches();
        objections.unless(wellFormed, "/version", "must be two numbers with a point between them, such as 1.0");
        boolean has = wellFormed && !version.startsWith("0.");
        boolean needs = status == Status.APPROVED || status == Status.RETIRED;
        if (wellFormed && (needs != has || (!has && !version.equals(Version.POTENTIAL)))) {
            objections.add("/version", "is %s; %s".formatted(version, needs ? "must be 1.0 or later" : "must be 0.0"));
        }
        return version;
    }

    private static void dates(
            RegisterExisting command, String version, Circumstances circumstances, Objections objections) {
        LocalDate today = circumstances.today();
        objections.day(command.createdOn(), "/createdOn");
        objections.day(command.proposalApprovedOn(), "/proposalApprovedOn");
        objections.day(command.approvedOn(), "/approvedOn");
        objections.day(command.effectiveFrom(), "/effectiveFrom");
        objections.day(command.effectiveTo(), "/effectiveTo");
        LocalDate latest = today.plus(circumstances.policy().decisions().longestNotice());
        objections.unless(
                command.effectiveFrom() == null || !command.effectiveFrom().isAfter(latest),
                "/effectiveFrom",
                "must not be after %s".formatted(latest));
        if (version.equals(Version.POTENTIAL)) {
            objections.unless(command.approvedOn() == null, "/approvedOn", "is given without a version");
            objections.unless(command.effectiveFrom() == null, "/effectiveFrom", "is given without a version");
        }
        objections.unless(
                command.effectiveTo() == null || command.status() == Status.RETIRED,
                "/effectiveTo",
                "is given although it has not ended");
        inOrder(command.effectiveFrom(), command.effectiveTo(), "/effectiveTo", "effectiveFrom", objections);
        inOrder(command.createdOn(), command.proposalApprovedOn(), "/proposalApprovedOn", "createdOn", objections);
        inOrder(command.proposalApprovedOn(), command.approvedOn(), "/approvedOn", "proposalApprovedOn", objections);
        inOrder(command.createdOn(), today, "/createdOn", "today", objections);
        inOrder(command.proposalApprovedOn(), today, "/proposalApprovedOn", "today", objections);
        inOrder(command.approvedOn(), today, "/approvedOn", "today", objections);
        inOrder(command.effectiveTo(), today, "/effectiveTo", "today", objections);
        if (command.status() == Status.RETIRED && command.effectiveTo() == null) {
            // what is over has begun
            inOrder(command.effectiveFrom(), today, "/effectiveFrom", "today", objections);
        }
    }

    private static void inOrder(
            @Nullable LocalDate first,
            @Nullable LocalDate second,
            String pointer,
            String other,
            Objections objections) {
        objections.unless(
                first == null || second == null || !second.isBefore(first),
                pointer,
                other.equals("today") ? "lies in the future" : "lies before " + other);
    }

    private static void atMost(int limit, List<?> entries, String pointer, Objections objections) {
        objections.unless(
                entries.size() <= limit,
                pointer,
                "has %,d entries; at most %,d are allowed".formatted(entries.size(), limit));
    }

    /** What comes from JSON may lack anything, whatever the types say. */
    private static void links(List<@Nullable ProgressionLink> links, String own, Objections objections) {
        for (int i = 0; i < links.size(); i++) {
            String at = "/progression/" + i;
            ProgressionLink link = links.get(i);
            if (link == null) {
                objections.add(at, "must be given");
                continue;
            }
            if (objections.otherStandard(link.reference(), at + "/reference", own) == null) {
                objections.add(at + "/reference", "must be given");
            }
            objections.given(link.kind(), at + "/kind", ProgressionKind.OCCUPATIONAL);
        }
    }

    private static boolean whole(@Nullable Product product, String at, Objections objections) {
        if (product == null) {
            objections.add(at, "must be given");
            return false;
        }
        boolean code = !objections.text(product.code(), at + "/code", 20).isEmpty();
        objections.given(product.type(), at + "/type", ProductType.APPRENTICESHIP);
        objections.given(product.status(), at + "/status", ProductStatus.IN_DEVELOPMENT);
        return code && product.type() != null && product.status() != null;
    }

    private static void products(
            List<@Nullable Product> products, Status status, int longestTitle, Objections objections) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < products.size(); i++) {
            if (!whole(products.get(i), "/products/" + i, objections)) {
                continue;
            }
            ProductRules.check(products.get(i), "/products/" + i, objections);
            objections.optionalText(products.get(i).title(), "/products/" + i + "/title", longestTitle);
            objections.unless(
                    codes.add(products.get(i).code()),
                    "/products/" + i + "/code",
                    "is the code of another product too");
            objections.unless(
                    fits(products.get(i).status(), status),
                    "/products/" + i + "/status",
                    "says that the product %s, on a standard that is %s"
                            .formatted(
                                    products.get(i).status().says(),
                                    status.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
    }

    /** People start on products of approved standards only, and no product outlives its standard. */
    private static boolean fits(ProductStatus product, Status standard) {
        return switch (standard) {
            case APPROVED -> true;
            case POTENTIAL, IN_DEVELOPMENT ->
                product == ProductStatus.IN_DEVELOPMENT || product == ProductStatus.RETIRED;
            case RETIRED, WITHDRAWN -> product == ProductStatus.RETIRED;
        };
    }

    private static boolean changesNothing(StandardRegistered event, StandardState state) {
        StandardState again = state.after(event);
        return again.next()
                .sequence(state.sequence())
                .dates(again.dates().changed(state.dates().lastChanged()))
                .done()
                .equals(state);
    }

    /** A version starts after the one before it did, on a day that is known: that one ends the day before. */
    private static void windows(
            StandardRegistered event, boolean sameVersion, StandardState state, Objections objections) {
        List<Version> earlier = sameVersion && !state.versions().isEmpty()
                ? state.versions().subList(0, state.versions().size() - 1)
                : state.versions();
        if (earlier.isEmpty() || event.version().equals(Version.POTENTIAL)) {
            return;
        }
        LocalDate from = event.effectiveFrom();
        LocalDate taken = earlier.getLast().effectiveFrom();
        objections.unless(
                from != null,
                "/effectiveFrom",
                "must be given: version %s follows %s, which ends the day before"
                        .formatted(event.version(), earlier.getLast().number()));
        objections.unless(
                from == null || taken == null || from.isAfter(taken),
                "/effectiveFrom",
                "is %s; must be after %s, when the version before took effect".formatted(from, taken));
    }

    private static int step(ProductStatus status) {
        return switch (status) {
            case IN_DEVELOPMENT -> 0;
            case APPROVED_FOR_DELIVERY, STARTS_PAUSED -> 1;
            case RETIRED -> 2;
        };
    }

    private static String said(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A version never goes back or leaves a gap, a LARS code is never lost, options keep their titles in a version. */
    private static void contradictsNothing(StandardRegistered event, StandardState state) {
        var objections = new Objections();
        String before = state.version();
        boolean sameVersion = before.equals(event.version());
        boolean first = before.equals(Version.POTENTIAL);
        objections.unless(
                sameVersion
                        || first
                        || event.version().equals(Version.next(before, ChangeClass.ADJUSTMENT))
                        || event.version().equals(Version.next(before, ChangeClass.REVISION)),
                "/version",
                "is %s; %s is recorded, and nothing follows it but the next minor or major version"
                        .formatted(event.version(), before));
        objections.unless(
                !sameVersion || first || event.level() == state.classification().level(),
                "/level",
                "is %d; it is %d within version %s"
                        .formatted(event.level(), state.classification().level(), before));
        objections.unless(
                !(state.status() == Status.RETIRED || state.status() == Status.WITHDRAWN)
                        || event.status() == state.status(),
                "/status",
                "goes back: it is recorded as " + said(state.status()));
        windows(event, sameVersion, state, objections);
        for (Product product : event.products()) {
            Product recorded = state.product(product.code());
            objections.unless(
                    recorded == null || step(product.status()) >= step(recorded.status()),
                    "/products",
                    "says that %s %s; it is recorded that it %s"
                            .formatted(
                                    product.code(),
                                    product.status().says(),
                                    recorded == null ? "" : recorded.status().says()));
        }
        for (Product product : state.products()) {
            boolean kept = event.products().stream()
                    .anyMatch(each -> each.code().equals(product.code())
                            && (product.larsCode() == null || each.larsCode() != null));
            objections.unless(
                    product.larsCode() == null || kept,
                    "/products",
                    "must keep %s and its LARS code %d".formatted(product.code(), product.larsCode()));
        }
        if (sameVersion && !first) {
            for (Option option : state.draft().content().options()) {
                objections.unless(
                        event.content().options().contains(option),
                        "/content/options",
                        "must keep \"%s\" within version %s".formatted(option.title(), before));
            }
        }
        objections.raise(Refusal.CONTRADICTS_RECORD);
    }

    private RegistrationRules() {}
}
