package org.occupationalstandards.identity.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.platform.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory over HTTP, for officials and for the project's other services. */
@RestController
@RequestMapping(path = "/people", produces = "application/json")
@Tag(name = "People", description = "Names for the opaque ids that events and tokens hold")
class DirectoryController {

    /** More than fit on any page of the workspace. */
    private static final int AT_MOST = 100;

    /** As many routes as the occupational map has. */
    private static final int ROUTES = 15;

    private final People people;

    DirectoryController(People people) {
        this.people = people;
    }

    /** An id and what to show for it. */
    record Entry(UUID id, String name, boolean erased) {
        static Entry of(Person person) {
            return new Entry(person.id(), person.shownName(), person.erased());
        }
    }

    @Operation(summary = "The name of one person, or that they were erased")
    @GetMapping("/{id}")
    Entry one(@PathVariable UUID id) {
        return Entry.of(people.find(id).orElseThrow(() -> unknown(id)));
    }

    @Operation(summary = "The names of several people at once; unknown ids are left out")
    @GetMapping
    List<Entry> several(@RequestParam List<UUID> id) {
        if (id.size() > AT_MOST) {
            throw ProblemException.invalid(
                    List.of(Fault.ofParameter("id", "At most " + AT_MOST + " ids can be asked for at once.")));
        }
        return people.find(id).stream()
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::id))
                .toList();
    }

    @Operation(
            summary = "Erase a person: the name is gone for good, the id stays readable as an erased person",
            description = "They can no longer sign in. Tokens they hold already run out within the hour.")
    @PostMapping("/{id}/erase")
    Entry erase(@PathVariable UUID id, CurrentCaller caller) {
        return people.erase(id, caller.subject()).map(Entry::of).orElseThrow(() -> unknown(id));
    }

    /**
     * What somebody may do; what is left out is none.
     *
     * @param roles in wire form
     */
    record Access(
            @Schema(example = "[\"panel-member\"]") List<String> roles,

            @Schema(description = "Ids of the employer groups that they act for")
            List<UUID> groups,

            @Schema(description = "Ids of the routes on whose panels they sit")
            List<Integer> routes,

            @Schema(description = "Ids of the employers that they work for, as the register of employers has them")
            List<UUID> employers) {
        Access {
            roles = Objects.requireNonNullElse(roles, List.of());
            groups = Objects.requireNonNullElse(groups, List.of());
            routes = Objects.requireNonNullElse(routes, List.of());
            employers = Objects.requireNonNullElse(employers, List.of());
        }

        static Access of(Person person) {
            return new Access(person.roles(), person.groups(), person.routes(), person.employers());
        }

        List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            if (roles.stream()
                    .anyMatch(role -> role == null || Role.ofWireName(role).isEmpty())) {
                faults.add(Fault.at(
                        "/roles",
                        Arrays.stream(Role.values())
                                .map(Role::wireName)
                                .collect(Collectors.joining(", ", "must be among: ", "."))));
            }
            if (routes.stream().anyMatch(route -> route == null || route < 1 || route > ROUTES)) {
                faults.add(Fault.at("/routes", "must be from 1 to " + ROUTES + "."));
            }
            if (groups.stream().anyMatch(Objects::isNull) || employers.stream().anyMatch(Objects::isNull)) {
                faults.add(Fault.at("", "groups and employers are lists of ids."));
            }
            return faults;
        }
    }

    @Operation(summary = "What one person may do: roles, employer groups, routes of panels, employers")
    @GetMapping("/{id}/access")
    Access access(@PathVariable UUID id) {
        return people.find(id).map(Access::of).orElseThrow(() -> unknown(id));
    }

    @Operation(
            summary = "Say anew what a person may do",
            description =
                    "All of it; what is left out is none. It counts from their next token on: those they hold run out within the hour.")
    @PutMapping(path = "/{id}/access", consumes = "application/json")
    Access authorise(@PathVariable UUID id, @RequestBody Access access) {
        var faults = access.faults();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return people.authorise(id, access.roles(), access.groups(), access.routes(), access.employers())
                .map(Access::of)
                .orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound("Nobody of the id " + id + " has ever been known here.");
    }
}
