package org.occupationalstandards.standards.employers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** An order concerning one employer of the register. What JSON may leave out is nullable even where it is {@link Required}. */
public sealed interface EmployerCommand {

    /**
     * Enters an employer in the register.
     *
     * @param different whether it is another one than those of a similar name, which have been looked at
     */
    record RegisterEmployer(
            @Nullable UUID employer,
            @Required @Nullable String name,
            @Required @Nullable EmployerSize size,
            @Nullable Boolean different)
            implements EmployerCommand {}

    /** Says the name or the size of an employer anew; what is left out stays. */
    record CorrectEmployer(
            @Nullable String name,
            @Nullable EmployerSize size,
            @Required @Nullable String reason) implements EmployerCommand {}

    /**
     * Says that this entry and another one are the same employer; the other one stays.
     *
     * @param into id of the entry that stays
     */
    record MergeEmployer(
            @Required @Nullable UUID into,
            @Required @Nullable String reason) implements EmployerCommand {}

    /** Takes a merger back: this entry is an employer of its own again. */
    record SeparateEmployer(@Required @Nullable String reason) implements EmployerCommand {}

    /** Notes at the entry that stays that another one was merged into it. */
    record TakeInEmployer(UUID employer, String reason) implements EmployerCommand {}

    /** Notes at the entry that stayed that the merger of another one into it was taken back. */
    record LetGoEmployer(UUID employer, String reason) implements EmployerCommand {}
}
