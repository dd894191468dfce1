package org.occupationalstandards.standards.groups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/** An order concerning one employer group. What JSON may leave out is nullable even where a rule asks for it. */
public sealed interface GroupCommand {

    /**
     * Forms a group.
     *
     * @param name what it is called in public, such as the occupation that it cares for
     */
    record FormGroup(@Nullable UUID group, @Nullable String name) implements GroupCommand {}

    /** Gives the group another name. */
    record RenameGroup(@Nullable String name) implements GroupCommand {}

    /** Takes an employer in, or says its name or size anew. */
    record AdmitEmployer(
            @Nullable UUID employer,
            @Nullable String name,
            @Nullable EmployerSize size) implements GroupCommand {}

    /** The employer leaves the group, and with it the people who act for it. */
    record ReleaseEmployer(
            @Nullable UUID employer, @Nullable String reason) implements GroupCommand {}

    /** The employer stays in the group but does not stand behind its proposals any more. */
    record WithdrawSupport(
            @Nullable UUID employer, @Nullable String reason) implements GroupCommand {}

    /** The employer stands behind the group's proposals again. */
    record RestoreSupport(@Nullable UUID employer) implements GroupCommand {}

    /**
     * A person acts for an employer in the group.
     *
     * @param person opaque id
     */
    record AdmitPerson(@Nullable String person, @Nullable UUID employer) implements GroupCommand {}

    /**
     * A person leaves the group.
     *
     * @param person opaque id; the caller where nothing is said
     */
    record ReleasePerson(@Nullable String person) implements GroupCommand {}

    /** Makes a person of the group its chair. */
    record AppointChair(@Nullable String person) implements GroupCommand {}

    /** Makes a person of the group the co-chair; nobody where nothing is said. */
    record AppointCoChair(@Nullable String person) implements GroupCommand {}

    /** The chair hands over to another person of the group. */
    record HandOverChair(@Nullable String person) implements GroupCommand {}

    /** Ends the group. */
    record DissolveGroup(@Nullable String reason) implements GroupCommand {}
}
