package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/** The filters as a form: fields with what was chosen, and what is wrong with it. */
record FilterForm(
        @Nullable String q,
        @Nullable String qError,
        @Nullable String asOf,
        @Nullable String asOfError,
        List<Field> selects,
        List<Asked.Wrong> wrong) {

    /** A choice from a list. */
    record Field(
            String name,
            String label,
            List<Choice> choices,
            @Nullable String error) {}

    record Choice(String value, String label, boolean chosen) {}

    static FilterForm of(Asked asked) {
        return new FilterForm(
                asked.value("q"),
                error(asked, "q"),
                asked.value("asOf"),
                error(asked, "asOf"),
                List.of(
                        field(
                                asked,
                                "route",
                                "Route",
                                "All routes",
                                Routes.all().stream()
                                        .map(route ->
                                                choice(asked, "route", Integer.toString(route.id()), route.name()))
                                        .toList()),
                        field(
                                asked,
                                "level",
                                "Level",
                                "All levels",
                                IntStream.rangeClosed(2, 7)
                                        .mapToObj(level ->
                                                choice(asked, "level", Integer.toString(level), "Level " + level))
                                        .toList()),
                        field(
                                asked,
                                "tier",
                                "Tier",
                                "All tiers",
                                Arrays.stream(Tier.values())
                                        .map(tier -> choice(asked, "tier", tier.wireName(), Wording.tiers(tier)))
                                        .toList()),
                        field(
                                asked,
                                "status",
                                "Status",
                                "Any status",
                                Arrays.stream(Status.values())
                                        .map(status -> choice(
                                                asked,
                                                "status",
                                                status.wireName(),
                                                Legend.of(status).shortName()))
                                        .toList()),
                        field(
                                asked,
                                "product",
                                "Product",
                                "Any or none",
                                Arrays.stream(ProductType.values())
                                        .map(type -> choice(
                                                asked,
                                                "product",
                                                type.wireName(),
                                                Legend.of(type).shortName()))
                                        .toList()),
                        field(
                                asked,
                                "green",
                                "Green theme",
                                "Any",
                                Arrays.stream(Green.values())
                                        .map(green -> choice(asked, "green", green.wireName(), Wording.green(green)))
                                        .toList())),
                asked.wrong());
    }

    private static Field field(Asked asked, String name, String label, String any, List<Choice> choices) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", any, asked.value(name) == null));
        all.addAll(choices);
        return new Field(name, label, List.copyOf(all), error(asked, name));
    }

    private static @Nullable String error(Asked asked, String parameter) {
        return asked.wrong().stream()
                .filter(each -> each.parameter().equals(parameter))
                .map(Asked.Wrong::message)
                .findFirst()
                .orElse(null);
    }

    private static Choice choice(Asked asked, String parameter, String value, String label) {
        return new Choice(value, label, value.equals(asked.value(parameter)));
    }
}
