package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Soc2020;

/** The facts at the head of a page that have a form of their own. */
final class PageFacts {

    /** Whole pounds; pence are cut off. */
    private static final Pattern SALARY = Pattern.compile(
            "£? ?([0-9]{1,3}(?:,[0-9]{3}){0,2}|[0-9]{1,7})(?:\\.[0-9]{1,2})?(?: ?(?:per year|a year|per annum|pa|p\\.a\\.))?\\.?",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> UNKNOWN = Set.of("", "-", "n/a", "not available", "not known", "unknown", "tbc");
    private static final Pattern SOC = Pattern.compile("([0-9]{4})(?: ?[-–—:])?(?: (.*))?");
    private static final Pattern SUB_UNIT_GROUP = Pattern.compile("([0-9]{4}/[0-9]{2})(?: ?[-–—:])?(?: (.*))?");

    static @Nullable Integer salary(PageSections.Fact fact, Problems problems) {
        if (UNKNOWN.contains(PlainText.folded(fact.value()))) {
            return null;
        }
        Matcher matcher = SALARY.matcher(fact.value());
        if (matcher.matches()) {
            return FieldRules.wholeNumber(
                    matcher.group(1).replace(",", ""),
                    1,
                    FieldRules.LIMITS.medianSalary(),
                    "The median salary",
                    fact.line(),
                    "salary",
                    problems);
        }
        problems.add(
                fact.line(),
                "salary",
                "A salary is pounds a year, such as £34,605 per year, not " + quoted(fact.value()));
        return null;
    }

    static @Nullable Soc2020 soc(PageSections.Fact fact, List<PageLine> groups, Problems problems) {
        if (UNKNOWN.contains(PlainText.folded(fact.value())) && groups.isEmpty()) {
            return null;
        }
        List<Soc2020.SubUnitGroup> read = new ArrayList<>();
        for (PageLine each : groups) {
            Matcher group = SUB_UNIT_GROUP.matcher(each.item());
            if (group.matches()) {
                read.add(new Soc2020.SubUnitGroup(group.group(1), title(group.group(2))));
            } else {
                problems.add(
                        each.number(),
                        "soc2020",
                        "A sub unit group has a code such as 3119/99, not " + quoted(each.item()));
            }
        }
        Matcher matcher = SOC.matcher(fact.value());
        if (matcher.matches()) {
            return new Soc2020(matcher.group(1), title(matcher.group(2)), read);
        }
        problems.add(fact.line(), "soc2020", "A SOC 2020 code has four digits, not " + quoted(fact.value()));
        return null;
    }

    private static @Nullable String title(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    private PageFacts() {}
}
