package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;

/** Rules of taking over standards that already exist: their facts are taken as they are, but not impossible ones. */
final class RegistrationRules {

    static List<StandardEvent> decide(RegisterExisting command, Circumstances circumstances) {
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
        dates(command, version, objections);
        Content content = objections.given(command.content(), "/content", Content.titled(""));
        objections.unless(content.title() != null, "/content/title", "must be given");
        objections.addAll(ContentCheck.problems(content, limits, "/content"));
        List<Product> products = command.products() == null ? List.of() : command.products();
        products(products, objections);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new StandardRegistered(
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
                products,
                Objects.requireNonNullElse(command.green(), GreenTheme.NONE),
                command.progression() == null ? List.of() : command.progression(),
                circumstances.by(),
                circumstances.now()));
    }

    /** Approved and retired standards have a version, the others have none. */
    private static String version(@Nullable String given, Status status, Objections objections) {
        String version = given == null || given.isBlank() ? Version.POTENTIAL : given.strip();
        boolean wellFormed = Version.NUMBER.matcher(version).matches();
        objections.unless(wellFormed, "/version", "must be two numbers with a point between them, such as 1.0");
        boolean has = wellFormed && !version.startsWith("0.");
        boolean needs = status == Status.APPROVED || status == Status.RETIRED;
        if (wellFormed && needs != has) {
            objections.add("/version", "is %s; %s".formatted(version, needs ? "must be 1.0 or later" : "must be 0.0"));
        }
        return version;
    }

    private static void dates(RegisterExisting command, String version, Objections objections) {
        if (version.equals(Version.POTENTIAL)) {
            objections.unless(command.approvedOn() == null, "/approvedOn", "is given without a version");
            objections.unless(command.effectiveFrom() == null, "/effectiveFrom", "is given without a version");
        }
        objections.unless(
                inOrder(command.effectiveFrom(), command.effectiveTo()), "/effectiveTo", "lies before effectiveFrom");
        objections.unless(
                command.effectiveTo() == null || command.status() == Status.RETIRED,
                "/effectiveTo",
                "is given although the standard has not ended");
        objections.unless(
                inOrder(command.createdOn(), command.proposalApprovedOn()),
                "/proposalApprovedOn",
                "lies before createdOn");
        objections.unless(
                inOrder(command.proposalApprovedOn(), command.approvedOn()),
                "/approvedOn",
                "lies before proposalApprovedOn");
    }

    private static boolean inOrder(@Nullable LocalDate first, @Nullable LocalDate second) {
        return first == null || second == null || !second.isBefore(first);
    }

    private static void products(List<Product> products, Objections objections) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < products.size(); i++) {
            objections.unless(
                    codes.add(products.get(i).code()),
                    "/products/" + i + "/code",
                    "is the code of another product too");
        }
    }

    private RegistrationRules() {}
}
