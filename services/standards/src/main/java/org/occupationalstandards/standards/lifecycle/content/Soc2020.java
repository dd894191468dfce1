package org.occupationalstandards.standards.lifecycle.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Official occupation code of the Standard Occupational Classification 2020, with its extended sub-unit groups. */
public record Soc2020(@Required String code, @Nullable String title, List<SubUnitGroup> subUnitGroups) {

    /** Extended code such as 3119/99. */
    public record SubUnitGroup(
            @Required String code, @Nullable String title) {
        public SubUnitGroup(@Nullable String code, @Nullable String title) {
            this.code = Texts.tidy(code);
            this.title = Texts.tidyOrNull(title);
        }
    }

    public Soc2020(@Nullable String code, @Nullable String title, @Nullable List<SubUnitGroup> subUnitGroups) {
        this.code = Texts.tidy(code);
        this.title = Texts.tidyOrNull(title);
        this.subUnitGroups = Texts.distinct(subUnitGroups);
    }
}
