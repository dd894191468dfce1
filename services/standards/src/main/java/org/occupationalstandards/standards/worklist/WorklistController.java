package org.occupationalstandards.standards.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.platform.security.Role;
import org.occupationalstandards.standards.eventsourcing.EmployerStore;
import org.occupationalstandards.standards.eventsourcing.GroupStore;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.GroupRoles;
import org.occupationalstandards.standards.worklist.WorklistPage.Action;
import org.occupationalstandards.standards.worklist.WorklistPage.Item;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people have to do. */
@RestController
@RequestMapping(path = "/worklist", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Worklist", description = "Whose turn it is")
class WorklistController {

    private static final int LARGEST_PAGE = 500;

    private final Turns turns;
    private final GroupStore groups;
    private final EmployerStore employers;
    private final Clock clock;

    WorklistController(Turns turns, GroupStore groups, EmployerStore employers, Clock clock) {
        this.turns = turns;
        this.groups = groups;
        this.employers = employers;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "What this caller has to do", description = """
                    By role and routes of the token and by what the groups that it names say, without what the caller may not do because they took part or have
                    an interest (one that was declared, an employer that is in the group, the group itself), and without what they have done. What is due first comes first.""")
    ResponseEntity<WorklistPage> worklist(
            CurrentCaller caller,
            @Parameter(description = "mine, or everybody: whose turn it is on any standard, for officials")
                    @RequestParam(defaultValue = "mine")
                    String whose,
            @Parameter(description = "true: only what should have been done by now")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        refuseWrong(whose, page, size);
        boolean everybody = whose.equals("everybody");
        if (everybody && !caller.is(Role.OFFICIAL)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "You may not see this",
                    "Only officials see the worklists of others. Leave whose out to see your own.");
        }
        var now = clock.instant();
        var registered = groups.registered(caller.groups());
        var acting = acting(caller);
        var filter = new Turns.Filter(
                caller,
                worksFor(caller),
                GroupRoles.chaired(acting, registered),
                GroupRoles.joined(acting, registered),
                everybody,
                Boolean.TRUE.equals(overdue) ? now : null);
        var items = turns.lines(filter, page, size).stream()
                .map(line -> item(line, now))
                .toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new WorklistPage(items, turns.count(filter), page, size));
    }

    /** Whoever works for an entry of the register works for all that are the same employer. */
    private Set<UUID> worksFor(CurrentCaller caller) {
        return caller.employers().isEmpty() ? Set.of() : employers.same().all(caller.employers());
    }

    private static Caller acting(CurrentCaller caller) {
        return new Caller(
                caller.subject(),
                caller.roles().stream()
                        .map(role -> org.occupationalstandards.standards.lifecycle.Role.valueOf(role.name()))
                        .collect(Collectors.toSet()),
                caller.groups(),
                caller.routes());
    }

    private static void refuseWrong(String whose, int page, int size) {
        var faults = new ArrayList<Fault>();
        if (!whose.equals("mine") && !whose.equals("everybody")) {
            faults.add(Fault.ofParameter("whose", "whose must be mine or everybody."));
        }
        if (page < 0) {
            faults.add(Fault.ofParameter("page", "page counts from 0."));
        }
        if (size < 1 || size > LARGEST_PAGE) {
            faults.add(Fault.ofParameter("size", "size must be from 1 to " + LARGEST_PAGE + "."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static Item item(Turns.Line line, Instant now) {
        var dueBy = line.dueBy();
        var href = "/standards/" + line.reference();
        return new Item(
                line.reference(),
                line.title(),
                line.stage(),
                line.level(),
                Routes.withId(line.route()).orElseGet(() -> new Route(line.route(), "")),
                line.owner(),
                line.who(),
                line.who().says(),
                line.what(),
                line.since(),
                dueBy,
                dueBy != null && dueBy.isBefore(now),
                href,
                action(line.command(), href));
    }

    private static Action action(CommandName command, String standard) {
        boolean draft = command == CommandName.CHANGE_DRAFT;
        return new Action(
                command.wireName(),
                command.does(),
                command.told().stream().map(Audience::says).toList(),
                draft ? "PUT" : "POST",
                draft ? standard + "/draft" : standard + "/commands/" + command.wireName());
    }
}
