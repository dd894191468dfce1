package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.ProgressionKind;
import org.occupationalstandards.contracts.Status;

/**
 * The marks that an occupation can bear on the map, each with its name, what it means and how to see only those. Pages read them:
 * expressions in templates see public methods alone.
 */
enum Legend {
    POTENTIAL(
            "potential",
            "Potential occupational standard",
            "Potential",
            "Somebody has spotted or proposed this occupation. It has not been agreed that a standard will be written.",
            "status=potential"),
    IN_DEVELOPMENT(
            "in-development",
            "Occupational standard in development",
            "In development",
            "An employer group is writing the standard. Nothing of it is in force yet.",
            "status=in-development"),
    APPROVED(
            "approved",
            "Approved occupational standard",
            "Approved",
            "The standard has been approved and a version of it is in force.",
            "status=approved"),
    RETIRED(
            "retired",
            "Retired occupational standard",
            "Retired",
            "The standard was approved once and has since been retired. Its last version can still be read.",
            "status=retired"),
    WITHDRAWN(
            "withdrawn",
            "Withdrawn occupational standard",
            "Withdrawn",
            "Work on the standard was stopped before it was approved.",
            "status=withdrawn"),
    WITHOUT_APPRENTICESHIP(
            "without-apprenticeship",
            "Occupational standard without apprenticeship",
            "No apprenticeship",
            "The standard is approved, but no apprenticeship on it is open to new starts.",
            null),
    CUSTOM_CARD(
            "custom-card",
            "Custom occupational card",
            "Custom card",
            "A card for an occupation that is not on the map, which you can add to your own copy of it.",
            null),
    APPRENTICESHIP(
            "apprenticeship",
            "Apprenticeship",
            "Apprenticeship",
            "An apprenticeship is built on this standard.",
            "product=apprenticeship"),
    T_LEVEL(
            "t-level",
            "T Level",
            "T Level",
            "A T Level, a two-year course for people aged 16 to 19, leads to this occupation.",
            "product=t-level"),
    TECHNICAL_QUALIFICATION(
            "technical-qualification",
            "Technical Qualification",
            "Technical Qualification",
            "A Technical Qualification at level 2 or 3 is based on this standard.",
            "product=technical-qualification"),
    HIGHER_TECHNICAL_QUALIFICATION(
            "higher-technical-qualification",
            "Higher Technical Qualification",
            "Higher Technical Qualification",
            "A Higher Technical Qualification (HTQ) at level 4 or 5 is based on this standard.",
            "product=higher-technical-qualification"),
    CAREER_STARTER(
            "career-starter",
            "Career starter apprenticeship",
            "Career starter",
            "The apprenticeship suits people who start work after school or college.",
            null),
    ROYAL(
            "royal",
            "Royal apprenticeship",
            "Royal apprenticeship",
            "The apprenticeship bears the title of a royal apprenticeship.",
            null),
    OCCUPATIONAL_PROGRESSION(
            "occupational-progression",
            "Occupational progression",
            "Occupational progression",
            "An unbroken arrow between two occupations: knowledge and skills carry over from one to the other at work.",
            null),
    TECHNICAL_EDUCATION_PROGRESSION(
            "technical-education-progression",
            "Technical education progression",
            "Technical education progression",
            "A broken arrow between two occupations: technical education leads from one to the other.",
            null),
    MID_GREEN(
            "mid-green",
            "Mid green occupation",
            "Mid green",
            "Part of the work in this occupation serves environmental goals.",
            "green=mid"),
    DARK_GREEN(
            "dark-green",
            "Dark green occupation",
            "Dark green",
            "Most of the work in this occupation serves environmental goals.",
            "green=dark"),
    FAVOURITE(
            "favourite",
            "Favourite occupation",
            "Favourite",
            "You marked this occupation, so that you find it again. Only your browser knows.",
            null);

    private final String icon;
    private final String fullName;
    private final String shortName;
    private final String meaning;
    private final @Nullable String filter;

    Legend(String icon, String fullName, String shortName, String meaning, @Nullable String filter) {
        this.icon = icon;
        this.fullName = fullName;
        this.shortName = shortName;
        this.meaning = meaning;
        this.filter = filter;
    }

    /** Name of the symbol in {@code icons.html}, and of the CSS modifier. */
    public String icon() {
        return icon;
    }

    public String fullName() {
        return fullName;
    }

    /** As it stands on a card or beside a title, where the rest is clear. */
    public String shortName() {
        return shortName;
    }

    public String meaning() {
        return meaning;
    }

    /** Query that shows only the occupations with this mark, where there is one. */
    public @Nullable String filter() {
        return filter;
    }

    static Legend of(Status status) {
        return switch (status) {
            case POTENTIAL -> POTENTIAL;
            case IN_DEVELOPMENT -> IN_DEVELOPMENT;
            case APPROVED -> APPROVED;
            case RETIRED -> RETIRED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    static Legend of(ProductType type) {
        return switch (type) {
            case APPRENTICESHIP -> APPRENTICESHIP;
            case T_LEVEL -> T_LEVEL;
            case TECHNICAL_QUALIFICATION -> TECHNICAL_QUALIFICATION;
            case HIGHER_TECHNICAL_QUALIFICATION -> HIGHER_TECHNICAL_QUALIFICATION;
        };
    }

    static Legend of(ProgressionKind kind) {
        return switch (kind) {
            case OCCUPATIONAL -> OCCUPATIONAL_PROGRESSION;
            case TECHNICAL_EDUCATION -> TECHNICAL_EDUCATION_PROGRESSION;
        };
    }

    /** Everything that marks an occupation beside its status, in the order of the legend. */
    static List<Legend> marks(boolean withoutApprenticeship, List<Product> products, Green green) {
        List<Product> current = products.stream()
                .filter(product -> product.status() != ProductStatus.RETIRED)
                .toList();
        List<Legend> marks = new ArrayList<>();
        if (withoutApprenticeship) marks.add(WITHOUT_APPRENTICESHIP);
        current.stream()
                .map(Product::type)
                .distinct()
                .sorted()
                .map((ProductType type) -> of(type))
                .forEach(marks::add);
        if (current.stream().anyMatch(Product::careerStarter)) marks.add(CAREER_STARTER);
        if (current.stream().anyMatch(Product::royal)) marks.add(ROYAL);
        switch (green) {
            case NONE -> {}
            case MID -> marks.add(MID_GREEN);
            case DARK -> marks.add(DARK_GREEN);
        }
        return List.copyOf(marks);
    }
}
