package org.occupationalstandards.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Official occupation code of the Standard Occupational Classification 2020, with its extended sub-unit groups. */
public record Soc2020(String code, @Nullable String title, List<SubUnitGroup> subUnitGroups) {
    /** Extended code such as 3119/99. */
    public record SubUnitGroup(String code, @Nullable String title) {}

    public Soc2020 {
        subUnitGroups = List.copyOf(subUnitGroups);
    }
}
