package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.folded;
import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Tier;

/**
 * What the head of a page tells by place alone: below legend and navigation the title (twice), the route, the level with
 * its tier, and the overview.
 *
 * @param overviewLine where the overview is, or would be
 */
record PageHead(
        @Nullable String title,
        @Nullable Route route,
        @Nullable Integer level,
        @Nullable String overview,
        int overviewLine) {

    private static final Set<String> LEGEND = Set.of(
            "potential occupational standard",
            "occupational standard in development",
            "approved occupational standard",
            "occupational standard without apprenticeship",
            "custom occupational card",
            "apprenticeship",
            "t level",
            "technical qualification",
            "higher technical qualification",
            "career starter apprenticeship",
            "royal apprenticeship",
            "occupational progression",
            "technical education progression",
            "mid green occupation",
            "dark green occupation",
            "favourite occupation");

    private static final Pattern LEVEL =
            Pattern.compile("level ?:? ?(-?[0-9]{1,9})(?: ?[-–—−:(,] ?(.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIKE_A_LEVEL =
            Pattern.compile("level(?: .{0,80}|:.{0,80})?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Tier> TIERS = Map.of(
            "technical", Tier.TECHNICAL,
            "higher technical", Tier.HIGHER_TECHNICAL,
            "professional", Tier.PROFESSIONAL);

    static PageHead read(PageSections page, Problems problems, List<String> notes) {
        List<PageLine> lines = withoutNavigation(page.head().written());
        int end = page.endOfHeadBelow(lines.isEmpty() ? 0 : lines.getFirst().number());
        int at = levelAt(lines);
        List<PageLine> above = at < 0 ? upTo(end, lines) : lines.subList(0, at);
        Integer level = null;
        List<PageLine> below;
        int overviewLine;
        if (at < 0) {
            problems.add(end, "level", "The level is missing: a line such as “Level 2 - Technical Occupation”");
            int route = lastRoute(above);
            below = route < 0 ? List.of() : above.subList(route + 1, above.size());
            above = route < 0 ? above : above.subList(0, route + 1);
            overviewLine = end;
        } else {
            PageLine line = lines.get(at);
            level = level(line, problems);
            overviewLine = page.endOfHeadBelow(line.number());
            below = upTo(overviewLine, lines.subList(at + 1, lines.size()));
        }
        int foot = at < 0 ? end : lines.get(at).number();
        String overview = String.join(" ", below.stream().map(PageLine::text).toList());
        return new PageHead(
                title(above, foot, problems, notes),
                route(above, foot, problems),
                level,
                overview.isEmpty()
                        ? null
                        : FieldRules.upTo(FieldRules.LIMITS.overview(), overview, overviewLine, "overview", problems),
                below.isEmpty() ? overviewLine : below.getFirst().number());
    }

    /** The title stands right above the route; what the navigation calls the page is worth a note where it differs. */
    private static @Nullable String title(List<PageLine> above, int foot, Problems problems, List<String> notes) {
        int last = routeIsLast(above) ? above.size() - 2 : above.size() - 1;
        if (last < 0) {
            return FieldRules.title("", foot, problems);
        }
        PageLine title = above.get(last);
        for (PageLine each : above.subList(0, last)) {
            FieldRules.upTo(FieldRules.LIMITS.title(), each.text(), each.number(), "title", problems);
            if (!folded(each.text()).equals(folded(title.text()))) {
                notes.add("Line " + each.number() + " above the title says " + quoted(each.text()));
            }
        }
        return FieldRules.title(title.text(), title.number(), problems);
    }

    private static @Nullable Route route(List<PageLine> above, int foot, Problems problems) {
        return routeIsLast(above)
                ? FieldRules.route(above.getLast().text(), above.getLast().number(), problems)
                : FieldRules.route("", foot, problems);
    }

    /**
     * The last line above the level is the route, known or not, unless it is the title: then it repeats the line above it
     * or stands alone.
     */
    private static boolean routeIsLast(List<PageLine> above) {
        if (above.isEmpty()) {
            return false;
        }
        String last = above.getLast().text();
        if (Routes.named(folded(last)).isPresent()) {
            return true;
        }
        return above.size() > 1
                && !folded(last).equals(folded(above.get(above.size() - 2).text()));
    }

    private static @Nullable Integer level(PageLine line, Problems problems) {
        Matcher matcher = LEVEL.matcher(line.text());
        if (!matcher.matches()) {
            return FieldRules.level(line.text(), line.number(), problems);
        }
        Integer level = FieldRules.level(matcher.group(1), line.number(), problems);
        String tail = matcher.group(2);
        if (level != null && tail != null) {
            Tier written = TIERS.get(
                    folded(tail).replaceFirst(" ?occupations?\\)?$", "").strip());
            if (written != null && written != Tier.ofLevel(level)) {
                problems.add(
                        line.number(),
                        "level",
                        "Level " + level + " is not in the tier that the line names: " + quoted(tail));
            }
        }
        return level;
    }

    private static int levelAt(List<PageLine> lines) {
        for (Pattern each : List.of(LEVEL, LIKE_A_LEVEL)) {
            for (int i = 0; i < lines.size(); i++) {
                if (each.matcher(lines.get(i).text()).matches()) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static int lastRoute(List<PageLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (Routes.named(folded(lines.get(i).text())).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static List<PageLine> upTo(int end, List<PageLine> lines) {
        return lines.stream().filter(line -> line.number() < end).toList();
    }

    /** Without the legend and the way to here ("home Health and science"), which stand first where they stand at all. */
    private static List<PageLine> withoutNavigation(List<PageLine> lines) {
        List<PageLine> rest = new ArrayList<>(lines);
        while (!rest.isEmpty() && LEGEND.contains(folded(rest.getFirst().text()))) {
            rest.removeFirst();
        }
        if (!rest.isEmpty() && isBreadcrumb(folded(rest.getFirst().text()))) {
            rest.removeFirst();
        }
        return rest;
    }

    private static boolean isBreadcrumb(String line) {
        return line.equals("home")
                || line.startsWith("home ")
                        && Routes.named(line.substring("home ".length())).isPresent();
    }
}
