package org.occupationalstandards.standards.groups;

import java.util.UUID;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/**
 * An employer in a group.
 *
 * @param supports whether it stands behind the group's proposals
 */
public record MemberEmployer(UUID id, String name, EmployerSize size, boolean supports) {

    MemberEmployer supporting(boolean nowSupports) {
        return new MemberEmployer(id, name, size, nowSupports);
    }
}
