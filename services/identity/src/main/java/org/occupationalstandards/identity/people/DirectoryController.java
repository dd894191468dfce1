package org.occupationalstandards.identity.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.occupationalstandards.identity.people.AccessChanges.AccessChange;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.springframework.http.HttpStatus;
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

    private final People people;
    private final AccessChanges changes;

    DirectoryController(People people, AccessChanges changes) {
        this.people = people;
        this.changes = changes;
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

    @Operation(summary = "What one person may do: roles, employer groups, routes of panels, employers")
    @GetMapping("/{id}/access")
    Access access(@PathVariable UUID id) {
        return people.find(id).map(Access::of).orElseThrow(() -> unknown(id));
    }

    @Operation(
            summary = "Say anew what a person may do",
            description =
                    "All of it; what is left out is none. It counts from their next token on: those they hold run out within the hour. Nobody says it of themselves. Every change is recorded.")
    @PutMapping(path = "/{id}/access", consumes = "application/json")
    Access authorise(@PathVariable UUID id, CurrentCaller caller, @RequestBody Access access) {
        if (caller.subject().equals(id.toString())) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "own-access",
                    "Nobody changes what they may do themselves",
                    "Another official has to say what you may do. Nothing was changed.");
        }
        return people.authorise(id, access, caller.subject()).map(Access::of).orElseThrow(() -> unknown(id));
    }

    @Operation(
            summary = "Every change of what a person may do: when, by whom, and what it was before and after",
            description = "Of an erased person no more than when, and by whom.")
    @GetMapping("/{id}/access/changes")
    List<AccessChange> changes(@PathVariable UUID id) {
        if (people.find(id).isEmpty()) {
            throw unknown(id);
        }
        return changes.of(id);
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound("Nobody of the id " + id + " has ever been known here.");
    }
}
