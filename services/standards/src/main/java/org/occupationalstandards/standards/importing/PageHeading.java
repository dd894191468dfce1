package org.occupationalstandards.standards.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headings of a standard's page, and under which of them something has to stand. */
enum PageHeading {
    HEAD("head of the page"),
    SUB_UNIT_GROUPS("SOC 2020 sub unit groups", "soc 2020 sub unit groups", "soc 2020 sub-unit groups"),
    EMPLOYERS(
            "Employers involved in creating the standard",
            "employers involved in creating the standard",
            "employers involved in creating this standard",
            "employers involved"),
    SUMMARY("Summary", "summary", "occupation summary", "occupational summary"),
    JOB_TITLES(
            "Typical job titles include", "typical job titles include", "typical job titles", "typical job titles are"),
    KEYWORDS("Keywords", "keywords", "key words"),
    KSBS(
            "Knowledge, skills and behaviours (KSBs)",
            "knowledge, skills and behaviours (ksbs)",
            "knowledge, skills and behaviours",
            "knowledge, skills, and behaviours (ksbs)",
            "ksbs"),
    DUTIES("Duties", "duties", "occupation duties", "occupational duties"),
    OPTIONS("Options", "options"),
    RECOGNITION("Professional recognition", "professional recognition"),
    QUALIFICATIONS("Mandatory qualifications", "mandatory qualifications", "qualifications"),
    /** Everything that the page shows after the standard itself: progression, navigation, explanations. */
    AFTERWORD(
            "Occupational Progression",
            "occupational progression",
            "technical education progression",
            "progression",
            "version log",
            "related occupations",
            "products");

    /** The order in which a page has its sections: where a missing one is looked for. */
    static final List<PageHeading> ORDER =
            List.of(HEAD, SUB_UNIT_GROUPS, SUMMARY, EMPLOYERS, JOB_TITLES, KEYWORDS, KSBS, DUTIES, AFTERWORD);

    private static final Map<String, PageHeading> BY_SPELLING = bySpelling();

    private final String title;
    private final List<String> spellings;

    PageHeading(String title, String... spellings) {
        this.title = title;
        this.spellings = List.of(spellings);
    }

    /** As the page writes it. */
    String title() {
        return title;
    }

    /** The heading that a line is, apart from letter case and a colon at its end. */
    static @Nullable PageHeading of(String line) {
        String folded = PlainText.folded(line);
        String bare =
                folded.endsWith(":") ? folded.substring(0, folded.length() - 1).strip() : folded;
        return BY_SPELLING.get(bare);
    }

    private static Map<String, PageHeading> bySpelling() {
        Map<String, PageHeading> map = new java.util.HashMap<>();
        for (PageHeading each : values()) {
            each.spellings.forEach(spelling -> map.put(spelling, each));
        }
        return Map.copyOf(map);
    }
}
