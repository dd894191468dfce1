package org.occupationalstandards.standards.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes a table of this package again from the stored events. */
@RestController
@Tag(name = "Operations")
class RebuildController {

    private static final Set<String> TABLES = Set.of(EmployerRegister.NAME, GroupList.NAME);

    private final Following following;

    RebuildController(Following following) {
        this.following = following;
    }

    @Operation(
            summary = "Makes the register of employers or the list of groups again",
            description =
                    "From the stored events: employer-register or group-list. While it runs, employers are missing from searches; "
                            + "one of exactly the same name still cannot be registered twice.")
    @PostMapping("/operations/registers/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable String name) {
        if (!TABLES.contains(name)) {
            throw ProblemException.notFound("There is no table " + name + ".");
        }
        if (!following.isHere(name)) {
            throw ProblemException.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "followed-elsewhere",
                            "Another instance keeps this table",
                            "Send this to the instance that keeps the table, or once more in a moment.")
                    .header("Retry-After", "5");
        }
        following.rebuild(name);
    }
}
