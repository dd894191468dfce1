package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PageHeading.AFTERWORD;
import static org.occupationalstandards.standards.importing.PageHeading.DUTIES;
import static org.occupationalstandards.standards.importing.PageHeading.EMPLOYERS;
import static org.occupationalstandards.standards.importing.PageHeading.HEAD;
import static org.occupationalstandards.standards.importing.PageHeading.JOB_TITLES;
import static org.occupationalstandards.standards.importing.PageHeading.KEYWORDS;
import static org.occupationalstandards.standards.importing.PageHeading.KSBS;
import static org.occupationalstandards.standards.importing.PageHeading.SUB_UNIT_GROUPS;
import static org.occupationalstandards.standards.importing.PageHeading.SUMMARY;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page cut at its headings. The words of headings are ordinary words too ("Skills" can be a keyword, "Occupational
 * progression" is an entry of the legend), so a line counts as a heading only where that heading can stand.
 */
final class PageSections {

    /** A fact with its name before a colon, as in "Reference: OCC0218". */
    record Fact(String name, String value, int line) {}

    static final String REFERENCE = "reference";
    static final String STATUS = "status";
    static final String SALARY = "salary";
    static final String SOC_CODE = "soc code";

    private static final Pattern FACT = Pattern.compile(
            "(reference|reference number|status|average \\(median\\) salary|median salary|average salary|salary"
                    + "|soc 2020 code|soc code) ?:(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<PageHeading> LISTS_ON_ONE_LINE =
            EnumSet.of(EMPLOYERS, JOB_TITLES, KEYWORDS, SUB_UNIT_GROUPS);

    private final List<PageLine> lines;
    private final List<PageSection> sections = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<PageHeading> seen = EnumSet.noneOf(PageHeading.class);
    private final PageSection head = new PageSection(HEAD, 1);
    private PageSection current = head;

    private PageSections(List<PageLine> lines) {
        this.lines = lines;
    }

    static PageSections of(String text) {
        PageSections page = new PageSections(PageLine.of(text));
        page.sections.add(page.head);
        for (int i = 0; i < page.lines.size(); ) {
            i = page.take(i);
        }
        return page;
    }

    /** Lines before the body that are neither heading nor fact. */
    PageSection head() {
        return head;
    }

    Optional<PageSection> first(PageHeading heading) {
        return sections.stream().filter(each -> each.heading() == heading).findFirst();
    }

    List<PageSection> all(PageHeading heading) {
        return sections.stream().filter(each -> each.heading() == heading).toList();
    }

    List<Fact> facts(String name) {
        return facts.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** The line of the first fact or heading below a line of the head. */
    int endOfHeadBelow(int line) {
        int end = lines.size() + 1;
        for (Fact each : facts) {
            end = each.line() > line ? Math.min(end, each.line()) : end;
        }
        for (PageSection each : sections) {
            end = each != head && each.line() > line ? Math.min(end, each.line()) : end;
        }
        return end;
    }

    /** Where a section that is not there would have stood: before the next one that is. */
    int placeFor(PageHeading missing) {
        for (PageHeading later :
                PageHeading.ORDER.subList(PageHeading.ORDER.indexOf(missing) + 1, PageHeading.ORDER.size())) {
            Optional<PageSection> next = first(later);
            if (next.isPresent()) {
                return next.get().line();
            }
        }
        return lines.size();
    }

    /** Takes one line, with the next one where a fact stands below its name; answers the index of the line to go on with. */
    private int take(int i) {
        PageLine line = lines.get(i);
        if (line.blank()) {
            current.lines().add(line);
            return i + 1;
        }
        Matcher fact = beforeBody() ? FACT.matcher(line.text()) : null;
        if (fact != null && fact.matches()) {
            return takeFact(i, fact);
        }
        PageHeading heading = headingAt(i);
        if (heading != null) {
            open(heading, line.number());
            return i + 1;
        }
        if (takenAsListOnOneLine(line)) {
            return i + 1;
        }
        if (current.heading() != KSBS && current.heading() != DUTIES && StatementLabel.opens(line.text())) {
            open(KSBS, line.number());
        } else if (current.heading() != DUTIES && DutyLabel.opens(line.text())) {
            open(DUTIES, line.number());
        }
        current.lines().add(line);
        return i + 1;
    }

    private int takeFact(int i, Matcher fact) {
        current = head;
        String value = fact.group(2).strip();
        int line = lines.get(i).number();
        int next = i + 1;
        if (value.isEmpty()) {
            int below = writtenAfter(i);
            if (below >= 0 && !FACT.matcher(lines.get(below).text()).matches() && headingAt(below) == null) {
                value = lines.get(below).text();
                line = lines.get(below).number();
                next = below + 1;
            }
        }
        facts.add(new Fact(nameOf(fact.group(1)), value, line));
        return next;
    }

    private static String nameOf(String written) {
        String folded = PlainText.folded(written);
        if (folded.contains(SALARY)) {
            return SALARY;
        }
        return folded.startsWith("soc") ? SOC_CODE : folded.startsWith(REFERENCE) ? REFERENCE : STATUS;
    }

    private boolean takenAsListOnOneLine(PageLine line) {
        int colon = line.text().indexOf(':');
        if (colon < 0 || colon > 60) {
            return false;
        }
        PageHeading heading = PageHeading.of(line.text().substring(0, colon));
        if (heading == null || !LISTS_ON_ONE_LINE.contains(heading)) {
            return false;
        }
        open(heading, line.number());
        current.lines()
                .add(new PageLine(
                        line.number(), line.text().substring(colon + 1).strip()));
        return true;
    }

    private @Nullable PageHeading headingAt(int i) {
        PageHeading heading = PageHeading.of(lines.get(i).text());
        return heading != null && canStandAt(heading, i) ? heading : null;
    }

    private boolean canStandAt(PageHeading heading, int i) {
        boolean inList = current.heading() == JOB_TITLES || current.heading() == KEYWORDS;
        return switch (heading) {
            case HEAD -> false;
            case EMPLOYERS, JOB_TITLES, KEYWORDS -> true;
            case SUB_UNIT_GROUPS -> beforeBody();
            case SUMMARY -> !seen.contains(SUMMARY);
            case KSBS -> current.heading() != DUTIES || StatementLabel.opens(textAfter(i));
            case DUTIES -> !inList || DutyLabel.opens(textAfter(i));
            case OPTIONS, RECOGNITION, QUALIFICATIONS, AFTERWORD -> seen.contains(KSBS) || seen.contains(DUTIES);
        };
    }

    /** Whether nothing of the standard's own text has come yet: only here do facts and the legend stand. */
    private boolean beforeBody() {
        return !(seen.contains(SUMMARY)
                || seen.contains(JOB_TITLES)
                || seen.contains(KSBS)
                || seen.contains(DUTIES)
                || seen.contains(KEYWORDS));
    }

    private void open(PageHeading heading, int line) {
        current = new PageSection(heading, line);
        sections.add(current);
        seen.add(heading);
    }

    private String textAfter(int i) {
        int next = writtenAfter(i);
        return next < 0 ? "" : lines.get(next).text();
    }

    private int writtenAfter(int i) {
        for (int next = i + 1; next < lines.size(); next++) {
            if (!lines.get(next).blank()) {
                return next;
            }
        }
        return -1;
    }
}
