package org.occupationalstandards.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule about compiled classes.
 *
 * @param name what is held, in a few words
 * @param rule with a {@code because} that tells how to comply
 * @param offenders classes that break it: planted beside this module's tests, or taken from a library
 */
record Rule(String name, ArchRule rule, List<Class<?>> offenders) {

    static Rule of(String name, ArchRule rule, Class<?>... offenders) {
        return new Rule(name, rule, List.of(offenders));
    }

    @Override
    public String toString() {
        return name;
    }
}
