package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.eventsourcing.EmployerStore;
import org.occupationalstandards.standards.eventsourcing.GroupStore;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.groups.GroupCommand.FormGroup;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.groups.GroupState;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.register.GroupEntry;
import org.occupationalstandards.standards.register.Page;
import org.occupationalstandards.standards.register.Registers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Employer groups: what is asked of them, and what they are. */
@RestController
@Tag(name = "Employer groups")
@RequestMapping(path = "/groups", produces = MediaType.APPLICATION_JSON_VALUE)
class GroupsController {

    private final GroupStore groups;
    private final EmployerStore employers;
    private final Registers register;
    private final CommandBodies bodies;
    private final EventViews events;

    GroupsController(
            GroupStore groups, EmployerStore employers, Registers register, CommandBodies bodies, EventViews events) {
        this.groups = groups;
        this.employers = employers;
        this.register = register;
        this.bodies = bodies;
        this.events = events;
    }

    @Operation(
            summary = "Forms an employer group",
            description = "Without an id the service gives one. Its employers and people join by commands.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OutcomeView> form(
            CurrentCaller caller,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var command = bodies.read(body, FormGroup.class);
        var id = Objects.requireNonNullElseGet(command.group(), UUID::randomUUID);
        var outcome = groups.handle(new Instruction<>(
                id.toString(),
                new FormGroup(id, command.name()),
                Callers.of(caller),
                null,
                Preconditions.once(key, "POST", "/groups", CommandBodies.text(body)),
                Preconditions.traceparent(traceparent)));
        return events.answer(ResponseEntity.created(URI.create("/groups/" + outcome.reference())), outcome);
    }

    @PostMapping(
            path = "/{id}/commands/{command}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE})
    ResponseEntity<OutcomeView> command(
            @PathVariable UUID id,
            @PathVariable String command,
            CurrentCaller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody(required = false) byte @Nullable [] body) {
        var name = GroupCommandName.ofWireName(command)
                .filter(each -> each != GroupCommandName.FORM)
                .orElseThrow(() -> ProblemException.notFound("There is no command " + command + "."));
        var outcome = groups.handle(new Instruction<>(
                id.toString(),
                bodies.read(name, body),
                Callers.of(caller),
                Preconditions.expectedSequence(ifMatch),
                Preconditions.once(key, "POST", "/groups", id.toString(), command, ifMatch, CommandBodies.text(body)),
                Preconditions.traceparent(traceparent)));
        return events.answer(ResponseEntity.ok(), outcome);
    }

    @Operation(
            summary = "An employer group for those who work with it",
            description = "Its employers, what stands against a proposal by it, and what this caller may do now.")
    @GetMapping("/{id}")
    ResponseEntity<GroupView> group(@PathVariable UUID id, CurrentCaller caller) {
        var group = existing(id);
        return ResponseEntity.ok()
                .eTag(Preconditions.entityTag(group.sequence()))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(GroupViews.of(group, employers.same(), groups.circumstances(Callers.of(caller))));
    }

    @Operation(summary = "Everything that happened to an employer group", description = "For officials and the group.")
    @GetMapping("/{id}/history")
    HistoryView history(@PathVariable UUID id, CurrentCaller caller) {
        if (!GroupViews.seesPeople(existing(id).state(), groups.circumstances(Callers.of(caller)))) {
            throw new CommandRefused(Refusal.NOT_YOUR_GROUP, List.of());
        }
        return events.history(id.toString(), groups.history(id.toString()));
    }

    @Operation(summary = "The list of employer groups")
    @GetMapping
    Page<GroupEntry> groups(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID employer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Paging.check(page, size);
        return register.groups(q, employer, page, size);
    }

    private StateAt<GroupState> existing(UUID id) {
        return groups.load(id.toString()).orElseThrow(() -> new CommandRefused(Refusal.UNKNOWN_GROUP, List.of()));
    }
}
