package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.ProductChange;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ProductStatus;

/** What happened to a product, as the end of a sentence that begins with the title of the standard. */
final class ProductNews {

    static String of(ProductChange product) {
        String named = name(product) + " " + product.code();
        List<String> happened = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        for (Change each : product.changes()) {
            if (each.kind() == ChangeKind.ADDED) happened.add("added");
            else if (each.kind() == ChangeKind.REMOVED) happened.add("removed");
            else if ("status".equals(each.field())) happened.add(status(each));
            else if (each.field() != null) facts.add(fact(each.field()));
        }
        if (!facts.isEmpty()) happened.add("changed (" + String.join(", ", facts) + ")");
        return named + " " + (happened.isEmpty() ? "changed" : String.join(", ", happened));
    }

    private static String name(ProductChange product) {
        return switch (product.type()) {
            case APPRENTICESHIP -> "apprenticeship";
            case T_LEVEL -> "T Level";
            case TECHNICAL_QUALIFICATION -> "Technical Qualification";
            case HIGHER_TECHNICAL_QUALIFICATION -> "Higher Technical Qualification";
        };
    }

    private static String status(Change change) {
        Optional<ProductStatus> before = status(change.before());
        return status(change.after())
                .map(after -> switch (after) {
                    case IN_DEVELOPMENT -> "in development again";
                    case APPROVED_FOR_DELIVERY ->
                        before.filter(each -> each == ProductStatus.STARTS_PAUSED)
                                .map(each -> "open to new starts again")
                                .orElse("approved for delivery");
                    case STARTS_PAUSED -> "closed to new starts for now";
                    case RETIRED -> "retired";
                })
                .orElse("changed");
    }

    private static Optional<ProductStatus> status(@Nullable String wireName) {
        return Optional.ofNullable(wireName).flatMap(ProductStatus::ofWireName);
    }

    /** The names that the page of the occupation gives them. */
    private static String fact(String field) {
        return switch (field) {
            case "larsCode" -> "LARS code";
            case "typicalDurationMonths" -> "typical duration";
            case "maximumFunding" -> "maximum funding";
            case "careerStarter" -> "career starter mark";
            case "royal" -> "royal mark";
            case "integratedDegree" -> "integrated degree";
            default -> field;
        };
    }

    private ProductNews() {}
}
