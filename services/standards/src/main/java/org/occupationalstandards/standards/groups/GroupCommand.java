package org.occupationalstandards.standards.groups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** An order concerning one employer group. What JSON may leave out is nullable even where it is {@link Required}. */
public sealed interface GroupCommand {

    /**
     * Forms a group.
     *
     * @param name what it is called in public, such as the occupation that it cares for
     */
    record FormGroup(
            @Nullable UUID group, @Required @Nullable String name) implements GroupCommand {}

    /** Gives the group another name. */
    record RenameGroup(@Required @Nullable String name) implements GroupCommand {}

    /** Takes an employer in, or says its name or size anew. */
    record AdmitEmployer(
            @Required @Nullable UUID employer,
            @Nullable String name,
            @Nullable EmployerSize size) implements GroupCommand {}

    /** The employer leaves the group, and with it the people who act for it. */
    record ReleaseEmployer(
            @Required @Nullable UUID employer,
            @Required @Nullable String reason) implements GroupCommand {}

    /** The employer stays in the group but does not stand behind its proposals any more. */
    record WithdrawSupport(
            @Required @Nullable UUID employer,
            @Required @Nullable String reason) implements GroupCommand {}

    /** The employer stands behind the group's proposals again. */
    record RestoreSupport(@Required @Nullable UUID employer) implements GroupCommand {}

    /**
     * A person acts for an employer in the group.
     *
     * @param person opaque id
     */
    record AdmitPerson(
            @Required @Nullable String person,
            @Required @Nullable UUID employer) implements GroupCommand {}

    /**
     * A person leaves the group.
     *
     * @param person opaque id; the caller where nothing is said
     */
    record ReleasePerson(@Nullable String person) implements GroupCommand {}

    /** Makes a person of the group its chair. */
    record AppointChair(@Required @Nullable String person) implements GroupCommand {}

    /** Makes a person of the group the co-chair; nobody where nothing is said. */
    record AppointCoChair(@Nullable String person) implements GroupCommand {}

    /** The chair hands over to another person of the group. */
    record HandOverChair(@Required @Nullable String person) implements GroupCommand {}

    /** Ends the group. */
    record DissolveGroup(@Required @Nullable String reason) implements GroupCommand {}
}
