package org.occupationalstandards.standards.register;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.occupationalstandards.standards.employers.EmployerState;

/**
 * A way to write an employer's name.
 *
 * @param key what it has in common with other spellings of the same name
 */
record Spelling(String text, Use use, String key) {

    private static final Pattern SHORT = Pattern.compile("\\(([A-Z][A-Za-z&]{1,9})\\)");

    enum Use {
        CURRENT,
        FORMER,
        /** Given in brackets behind the name. */
        SHORT
    }

    /** All that are known of an employer. */
    static List<Spelling> of(EmployerState employer) {
        var spellings = new ArrayList<Spelling>();
        add(employer.name(), Use.CURRENT, spellings);
        employer.formerly().forEach(name -> add(name, Use.FORMER, spellings));
        return List.copyOf(spellings);
    }

    private static void add(String name, Use use, List<Spelling> spellings) {
        put(name, use, spellings);
        SHORT.matcher(name).results().forEach(shortened -> put(shortened.group(1), Use.SHORT, spellings));
    }

    private static void put(String text, Use use, List<Spelling> spellings) {
        if (spellings.stream().noneMatch(known -> known.text().equals(text))) {
            spellings.add(
                    new Spelling(text, use, org.occupationalstandards.standards.lifecycle.EmployerName.key(text)));
        }
    }
}
