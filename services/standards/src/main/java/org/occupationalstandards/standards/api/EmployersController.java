package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.employers.EmployerCommand;
import org.occupationalstandards.standards.employers.EmployerCommand.RegisterEmployer;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.EmployerState;
import org.occupationalstandards.standards.eventsourcing.EmployerStore;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.eventsourcing.Outcome;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.register.EmployerEntry;
import org.occupationalstandards.standards.register.EmployerIds;
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

/** The register of employers. */
@RestController
@Tag(name = "Employers")
@RequestMapping(path = "/employers", produces = MediaType.APPLICATION_JSON_VALUE)
class EmployersController {

    private final EmployerStore employers;
    private final Registers register;
    private final CommandBodies bodies;
    private final EventViews events;

    EmployersController(EmployerStore employers, Registers register, CommandBodies bodies, EventViews events) {
        this.employers = employers;
        this.register = register;
        this.bodies = bodies;
        this.events = events;
    }

    @Operation(
            summary = "Enters an employer in the register",
            description =
                    "Where there is one of that name, or of a similar one, the answer is 409 with candidates: take one of them, "
                            + "or say that it is different.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OutcomeView> register(
            CurrentCaller caller,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var said = bodies.read(body, Registration.class);
        var id = id(said);
        var outcome = employers.handle(new Instruction<EmployerCommand>(
                id.toString(),
                new RegisterEmployer(id, said.name(), said.size(), said.different()),
                Callers.of(caller),
                null,
                Preconditions.once(key, "POST", "/employers", CommandBodies.text(body)),
                Preconditions.traceparent(traceparent)));
        return events.answer(ResponseEntity.created(URI.create("/employers/" + outcome.reference())), outcome);
    }

    private static UUID id(Registration said) {
        return said.name() == null || Boolean.TRUE.equals(said.different())
                ? UUID.randomUUID()
                : EmployerIds.ofName(said.name());
    }

    @Operation(
            summary = "Says the name or the size of an employer anew",
            description = "What is left out stays. The names before still find it.")
    @PostMapping(path = "/{id}/commands/correct", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OutcomeView> correct(
            @PathVariable UUID id,
            CurrentCaller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var command = bodies.read(body, EmployerCommand.CorrectEmployer.class);
        var outcome = handle(id, "correct", command, caller, ifMatch, key, traceparent, body);
        return events.answer(ResponseEntity.ok(), outcome);
    }

    @Operation(
            summary = "Merges an entry into another of the same employer",
            description =
                    "Both histories say so. The other entry stands for both: groups count them once, whoever works for one works for the other, and this one's names find that one.")
    @PostMapping(path = "/{id}/commands/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OutcomeView> merge(
            @PathVariable UUID id,
            CurrentCaller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var command = bodies.read(body, EmployerCommand.MergeEmployer.class);
        var outcome = handle(id, "merge", command, caller, ifMatch, key, traceparent, body);
        note(
                Objects.requireNonNull(command.into()),
                new EmployerCommand.TakeInEmployer(id, Objects.requireNonNull(command.reason())),
                caller,
                traceparent);
        return events.answer(ResponseEntity.ok(), outcome);
    }

    @Operation(
            summary = "Takes a merger back",
            description = "Both entries are employers of their own again, and both histories say so.")
    @PostMapping(path = "/{id}/commands/separate", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OutcomeView> separate(
            @PathVariable UUID id,
            CurrentCaller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var command = bodies.read(body, EmployerCommand.SeparateEmployer.class);
        var outcome = handle(id, "separate", command, caller, ifMatch, key, traceparent, body);
        for (var event : employers.history(id.toString())) {
            if (event.event() instanceof EmployerEvent.EmployerSeparated separated) {
                note(separated.from(), new EmployerCommand.LetGoEmployer(id, separated.reason()), caller, traceparent);
            }
        }
        return events.answer(ResponseEntity.ok(), outcome);
    }

    /** At the other entry. Noted once; where the service stopped in between, the same request again makes up for it. */
    private void note(UUID other, EmployerCommand command, CurrentCaller caller, @Nullable String traceparent) {
        employers.handle(new Instruction<>(
                other.toString(), command, Callers.of(caller), null, null, Preconditions.traceparent(traceparent)));
    }

    private Outcome<EmployerEvent> handle(
            UUID id,
            String name,
            EmployerCommand command,
            CurrentCaller caller,
            @Nullable String ifMatch,
            @Nullable String key,
            @Nullable String traceparent,
            byte[] body) {
        return employers.handle(new Instruction<>(
                id.toString(),
                command,
                Callers.of(caller),
                Preconditions.expectedSequence(ifMatch),
                Preconditions.once(key, "POST", "/employers", id.toString(), name, ifMatch, CommandBodies.text(body)),
                Preconditions.traceparent(traceparent)));
    }

    @Operation(summary = "An employer of the register")
    @GetMapping("/{id}")
    ResponseEntity<EmployerView> employer(@PathVariable UUID id) {
        var employer = existing(id);
        var state = employer.state();
        return ResponseEntity.ok()
                .eTag(Preconditions.entityTag(employer.sequence()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(new EmployerView(
                        id,
                        employer.sequence(),
                        state.name(),
                        state.size(),
                        state.formerly(),
                        state.mergedInto() == null ? null : employers.same().standingFor(id),
                        state.takenIn(),
                        register.groupsOf(id)));
    }

    @Operation(summary = "Everything that happened to an employer of the register")
    @GetMapping("/{id}/history")
    HistoryView history(@PathVariable UUID id) {
        existing(id);
        return events.history(id.toString(), employers.history(id.toString()));
    }

    @Operation(
            summary = "The register of employers",
            description =
                    "With a name: those that may be meant by it, however it is written, the surest first and each with why.")
    @GetMapping
    Page<EmployerEntry> employers(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Paging.check(page, size);
        return name == null || name.isBlank() ? register.employers(page, size) : register.employers(name, page, size);
    }

    private StateAt<EmployerState> existing(UUID id) {
        return employers.load(id.toString()).orElseThrow(() -> new CommandRefused(Refusal.UNKNOWN_EMPLOYER, List.of()));
    }
}
