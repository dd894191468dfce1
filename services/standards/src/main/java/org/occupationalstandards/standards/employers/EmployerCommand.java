package org.occupationalstandards.standards.employers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/** An order concerning one employer of the register. What JSON may leave out is nullable even where a rule asks for it. */
public sealed interface EmployerCommand {

    /**
     * Enters an employer in the register.
     *
     * @param different whether it is another one than those of a similar name, which have been looked at
     */
    record RegisterEmployer(
            @Nullable UUID employer,
            @Nullable String name,
            @Nullable EmployerSize size,
            @Nullable Boolean different) implements EmployerCommand {}

    /** Says the name or the size of an employer anew; what is left out stays. */
    record CorrectEmployer(
            @Nullable String name,
            @Nullable EmployerSize size,
            @Nullable String reason) implements EmployerCommand {}
}
