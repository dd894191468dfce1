package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** What is said of an employer that is entered in the register. */
record Registration(
        @Required @Nullable String name,

        @Schema(description = "small below 50 staff, medium below 250, large from 250") @Required @Nullable
        EmployerSize size,

        @Schema(description = "true where it is another employer than those of a similar name") @Nullable
        Boolean different) {}
