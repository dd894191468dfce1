package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.api.OutcomeView.DraftOutcome;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.eventsourcing.Outcome;
import org.occupationalstandards.standards.eventsourcing.References;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.BallotEvent;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.DraftCommand.ChangeDraft;
import org.occupationalstandards.standards.lifecycle.DraftEvent.DraftChanged;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;
import org.occupationalstandards.standards.overlap.Overlapping;
import org.occupationalstandards.standards.overlap.Overlaps;
import org.occupationalstandards.standards.overlap.Proposed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Standards: what is asked of them, and what they are. */
@RestController
@Tag(name = "Standards")
@RequestMapping(path = "/standards", produces = MediaType.APPLICATION_JSON_VALUE)
class StandardsController {

    private static final String ANY_REFERENCE = "OCC0000";

    private final StandardStore standards;
    private final References references;
    private final StandardList list;
    private final CommandBodies bodies;
    private final EventViews events;
    private final Overlaps overlaps;
    private final LifecyclePolicy policy;
    private final Clock clock;

    StandardsController(
            StandardStore standards,
            References references,
            StandardList list,
            CommandBodies bodies,
            EventViews events,
            Overlaps overlaps,
            LifecyclePolicy policy,
            Clock clock) {
        this.standards = standards;
        this.references = references;
        this.list = list;
        this.bodies = bodies;
        this.events = events;
        this.overlaps = overlaps;
        this.policy = policy;
        this.clock = clock;
    }

    @Operation(
            summary = "Proposes an occupation",
            description =
                    "Puts it on the map as a potential standard. Without a reference the service gives the next one.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OutcomeView> propose(
            CurrentCaller caller,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var command = bodies.read(body, ProposeStandard.class);
        var once = Preconditions.once(key, "POST", "/standards", CommandBodies.text(body));
        var outcome = standards.answered(Callers.of(caller), once).orElseGet(() -> {
            var reference = reference(command, Callers.of(caller));
            return standards.handle(new Instruction<>(
                    reference,
                    CommandBodies.with(reference, command),
                    Callers.of(caller),
                    null,
                    once,
                    Preconditions.traceparent(traceparent)));
        });
        return events.answer(
                ResponseEntity.created(URI.create("/standards/" + outcome.reference())),
                outcome,
                overlaps.with(Proposed.of(
                        outcome.reference(), Content.titled(Objects.requireNonNullElse(command.title(), "")))));
    }

    /** The proposer's, else the next one: not before it is certain that the proposal is taken, so that none is lost. */
    private String reference(ProposeStandard command, Caller caller) {
        if (command.reference() != null) {
            return command.reference();
        }
        standards.tryOut(CommandBodies.with(ANY_REFERENCE, command), caller);
        return references.next();
    }

    @PostMapping(
            path = "/{reference}/commands/{command}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE})
    ResponseEntity<OutcomeView> command(
            @PathVariable String reference,
            @PathVariable String command,
            CurrentCaller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody(required = false) byte @Nullable [] body) {
        var name = CommandName.ofWireName(command)
                .orElseThrow(() -> ProblemException.notFound("There is no command " + command + "."));
        var given = bodies.read(name, body);
        var anyState = name.creates() || (name.onAnyState() && ifMatch == null);
        var expected = anyState ? null : Preconditions.expectedSequence(ifMatch);
        Preconditions.decidedOnWhatWasRead(name, given, expected);
        var outcome = standards.handle(new Instruction<>(
                reference,
                CommandBodies.with(reference, given),
                Callers.of(caller),
                expected,
                Preconditions.once(key, "POST", reference, command, ifMatch, CommandBodies.text(body)),
                Preconditions.traceparent(traceparent)));
        return events.answer(
                ResponseEntity.ok(),
                outcome,
                name == CommandName.SAVE_PROPOSAL || name == CommandName.SUBMIT_PROPOSAL
                        ? overlaps.with(ProposedStandards.of(existing(reference)))
                        : null);
    }

    @Operation(
            summary = "Saves the whole draft",
            description =
                    "Finds what has changed by the ids of statements and duties. An unchanged draft makes no event.")
    @PutMapping(path = "/{reference}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftOutcome> draft(
            @PathVariable String reference,
            CurrentCaller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Preconditions.TRACEPARENT, required = false) @Nullable String traceparent,
            @RequestBody byte[] body) {
        var expected = Preconditions.expectedSequence(ifMatch);
        var document = bodies.read(body, DraftDocument.class);
        var current = existing(reference);
        var read = DraftReading.of(document, current.state().draft().content());
        refuseDanglingReferences(read);
        var outcome = standards.handle(new Instruction<>(
                reference,
                new ChangeDraft(read.content()),
                Callers.of(caller),
                expected,
                Preconditions.once(key, "PUT", reference, ifMatch, CommandBodies.text(body)),
                Preconditions.traceparent(traceparent)));
        return ResponseEntity.ok()
                .eTag(Preconditions.entityTag(outcome.sequence()))
                .body(new DraftOutcome(reference, outcome.sequence(), changes(outcome), votesVoid(outcome)));
    }

    @Operation(
            summary = "A standard for those who work on it",
            description =
                    "Its state, its draft, whose turn it is, and what this caller may do now. With asOf and by=recorded all of it as it was recorded at that instant, with the employer group as it was recorded then. With by=effective what was in force at that instant by all that is recorded now: versions and the end of the standard by their days, as last corrected, whenever they were recorded; everything else from the moment at which it was decided; what was taken over with a version from its first day. The employer group is as it was recorded at that instant, for its events have no other day.")
    @GetMapping("/{reference}")
    ResponseEntity<StandardView> standard(
            @PathVariable String reference,
            CurrentCaller caller,
            @Parameter(
                            description =
                                    "A day, which means its end where the standards are in force, or an instant, such as 2026-11-22T09:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(description = "recorded, which is meant where nothing is said, or effective")
                    @RequestParam(required = false)
                    @Nullable
                    String by) {
        var now = clock.instant();
        var then = AsOf.read(asOf, by, policy.zone(), now);
        var standard = then == null ? existing(reference) : asOf(reference, then);
        return ResponseEntity.ok()
                .eTag(Preconditions.entityTag(standard.sequence()))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(StandardViews.of(
                        standard,
                        then != null && then.instant().isBefore(now)
                                ? standards.circumstancesAsOf(Callers.of(caller), standard.state(), then.instant())
                                : standards.circumstances(Callers.of(caller), standard.state()),
                        then,
                        overlaps(standard, then)));
    }

    @Operation(summary = "Everything that happened to a standard")
    @GetMapping("/{reference}/history")
    HistoryView history(@PathVariable String reference) {
        var history = standards.history(reference);
        if (history.isEmpty()) {
            throw Refusals.unknown(reference);
        }
        return events.history(reference, history);
    }

    @Operation(summary = "The list of standards")
    @GetMapping
    StandardPage standards(
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable Integer route,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var faults = new ArrayList<Fault>();
        var wanted = stage(stage, faults);
        Paging.check(page, size, faults);
        return list.page(new StandardList.Filter(wanted, route, owner, q), page, size);
    }

    /** Of interest while somebody can still think better of it. */
    private @Nullable List<Overlapping> overlaps(StateAt<StandardState> standard, @Nullable AsOf then) {
        var state = standard.state();
        return then == null && (state.stage() == Stage.POTENTIAL || state.stage() == Stage.PROPOSED)
                ? overlaps.with(ProposedStandards.of(standard))
                : null;
    }

    private StateAt<StandardState> asOf(String reference, AsOf then) {
        existing(reference);
        return (then.by() == AsOf.By.EFFECTIVE
                        ? standards.inForceAt(reference, then.instant())
                        : standards.asOf(reference, then.instant()))
                .orElseThrow(() -> Refusals.notYet(reference, then));
    }

    private StateAt<StandardState> existing(String reference) {
        return standards.load(reference).orElseThrow(() -> Refusals.unknown(reference));
    }

    /** Said together with everything that the rulebook has against the rest. */
    private void refuseDanglingReferences(DraftReading.Result read) {
        if (!read.faults().isEmpty()) {
            var faults = new ArrayList<>(read.faults());
            ContentCheck.problems(read.content(), policy.limits(), "")
                    .forEach(problem -> faults.add(Fault.at(problem.pointer(), problem.message())));
            throw ProblemException.invalid(faults);
        }
    }

    private static List<Change> changes(Outcome<StandardEvent> outcome) {
        return outcome.events().stream()
                .flatMap(event -> event instanceof DraftChanged changed ? changed.changes().stream() : null)
                .toList();
    }

    private static int votesVoid(Outcome<StandardEvent> outcome) {
        return outcome.events().stream()
                .mapToInt(event -> event instanceof BallotEvent.VotesInvalidated votes ? votes.votes() : 0)
                .sum();
    }

    private static @Nullable Stage stage(@Nullable String stage, List<Fault> faults) {
        if (stage == null) {
            return null;
        }
        for (var each : Stage.values()) {
            if (each != Stage.NONE && WireNames.of(each).equals(stage.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        faults.add(Fault.ofParameter("stage", "There is no stage " + stage + "."));
        return null;
    }
}
