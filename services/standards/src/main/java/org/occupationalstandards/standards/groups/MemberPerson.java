package org.occupationalstandards.standards.groups;

import java.util.UUID;

/**
 * A person who acts for an employer in a group.
 *
 * @param id opaque
 */
public record MemberPerson(String id, UUID employer) {}
