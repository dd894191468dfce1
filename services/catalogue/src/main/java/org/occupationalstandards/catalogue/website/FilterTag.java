package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.catalogue.entry.Search;
import org.occupationalstandards.contracts.Routes;

/**
 * A filter in use.
 *
 * @param name such as “Level: 4”
 * @param without address of the same list without it
 */
record FilterTag(String name, String without) {

    static List<FilterTag> of(Asked asked, String path) {
        Search search = asked.search();
        List<FilterTag> tags = new ArrayList<>();
        if (search.q() != null) tags.add(tag("“" + search.q() + "”", "q", asked, path));
        if (search.route() != null)
            Routes.withId(search.route()).ifPresent(route -> tags.add(tag(route.name(), "route", asked, path)));
        if (search.level() != null) tags.add(tag("Level " + search.level(), "level", asked, path));
        if (search.tier() != null) tags.add(tag(Wording.tiers(search.tier()), "tier", asked, path));
        if (search.status() != null) tags.add(tag(Legend.of(search.status()).shortName(), "status", asked, path));
        if (search.product() != null) tags.add(tag(Legend.of(search.product()).shortName(), "product", asked, path));
        if (search.green() != null) tags.add(tag(Wording.green(search.green()), "green", asked, path));
        if (search.asOf() != null) tags.add(tag("As on " + Wording.date(search.asOf()), "asOf", asked, path));
        return List.copyOf(tags);
    }

    private static FilterTag tag(String name, String parameter, Asked asked, String path) {
        return new FilterTag(name, Links.withQuery(path, asked.with(parameter, null)));
    }
}
