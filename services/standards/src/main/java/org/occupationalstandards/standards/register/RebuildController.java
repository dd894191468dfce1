package org.occupationalstandards.standards.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes a table that is read again from the stored events. */
@RestController
@Tag(name = "Operations")
class RebuildController {

    private final Set<String> tables;
    private final Following following;

    RebuildController(List<Follower<?>> followers, Following following) {
        this.tables = followers.stream()
                .filter(Follower::repeatable)
                .map(Follower::name)
                .collect(Collectors.toUnmodifiableSet());
        this.following = following;
    }

    @Operation(
            summary = "Makes a table that is read again",
            description =
                    "From the stored events: employer-register, group-list, worklist or overlaps. While it runs, employers, turns or "
                            + "overlaps are missing; an employer of exactly the same name still cannot be registered twice.")
    @PostMapping("/operations/registers/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable String name) {
        if (!tables.contains(name)) {
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
