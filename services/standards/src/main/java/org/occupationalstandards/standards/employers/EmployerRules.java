package org.occupationalstandards.standards.employers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.Objections;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.lifecycle.Role;

/** What each command on an employer leads to. Pure, but for the look into the register. */
public final class EmployerRules {

    /** Who may enter an employer. */
    public static final Set<Role> REGISTER =
            Set.of(Role.OFFICIAL, Role.EMPLOYER_GROUP_CHAIR, Role.EMPLOYER_GROUP_MEMBER);

    /** Who may say its name or size anew, or what it is the same as: that decides whether a group is large enough. */
    public static final Set<Role> CORRECT = Set.of(Role.OFFICIAL);

    private final EmployerState state;
    private final Circumstances circumstances;
    private final Objections objections = new Objections();

    private EmployerRules(EmployerState state, Circumstances circumstances) {
        this.state = state;
        this.circumstances = circumstances;
    }

    /**
     * What follows from a command: events to be recorded, none where nothing would change.
     *
     * @param entries the entry of an id, as it is now
     * @throws CommandRefused when the rules say no, with everything that stands against it
     * @throws EmployerKnown when the register has an employer of that name, or of a similar one
     */
    public static List<EmployerEvent> decide(
            EmployerCommand command,
            EmployerState state,
            Circumstances circumstances,
            KnownEmployers known,
            Function<UUID, EmployerState> entries) {
        var rules = new EmployerRules(state, circumstances);
        return switch (command) {
            case EmployerCommand.RegisterEmployer register -> rules.register(register, known);
            case EmployerCommand.CorrectEmployer correct -> rules.correct(correct);
            case EmployerCommand.MergeEmployer merge -> rules.merge(merge, entries);
            case EmployerCommand.SeparateEmployer separate -> rules.separate(separate);
            case EmployerCommand.TakeInEmployer take -> rules.takeIn(take, entries);
            case EmployerCommand.LetGoEmployer letGo -> rules.letGo(letGo, entries);
        };
    }

    private List<EmployerEvent> register(EmployerCommand.RegisterEmployer command, KnownEmployers known) {
        admit(command, circumstances.caller());
        String name = name(command.name());
        objections.unless(command.size() != null, "/size", "must be given: small, medium or large");
        objections.raise(Refusal.INVALID_INPUT);
        if (state.exists()) {
            throw new EmployerKnown(standing(known.alike(name)));
        }
        List<Candidate> alike = Boolean.TRUE.equals(command.different()) ? List.of() : known.alike(name);
        if (!alike.isEmpty()) {
            throw new EmployerKnown(alike);
        }
        return List.of(new EmployerEvent.EmployerRegistered(
                Objects.requireNonNull(command.employer(), "an employer without an id"),
                name,
                Objects.requireNonNull(command.size()),
                circumstances.by(),
                circumstances.now()));
    }

    /** Where it was merged, the entry that stands for it is offered, and not the one that is merged. */
    private List<Candidate> standing(List<Candidate> alike) {
        return state.mergedInto() == null || alike.isEmpty() ? List.of(itself()) : alike;
    }

    private Candidate itself() {
        return new Candidate(
                Objects.requireNonNull(state.id()),
                state.name(),
                state.size(),
                Candidate.Match.SAME_NAME,
                "It was registered under this name.");
    }

    private List<EmployerEvent> correct(EmployerCommand.CorrectEmployer command) {
        existing(command);
        if (state.mergedInto() != null) {
            throw new CommandRefused(
                    Refusal.CONTRADICTS_RECORD,
                    "It was merged into %s: correct that one.".formatted(state.mergedInto()));
        }
        String name = command.name() == null ? state.name() : name(command.name());
        EmployerSize size = Objects.requireNonNullElse(command.size(), state.size());
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return name.equals(state.name()) && size == state.size()
                ? List.of()
                : List.of(new EmployerEvent.EmployerCorrected(
                        name, size, reason, circumstances.by(), circumstances.now()));
    }

    /** The entry that stays is none that was merged itself, so that none is merged into itself in a circle. */
    private List<EmployerEvent> merge(EmployerCommand.MergeEmployer command, Function<UUID, EmployerState> entries) {
        existing(command);
        String reason = objections.reason(command.reason(), circumstances);
        UUID into = objections.given(command.into(), "/into", Objects.requireNonNull(state.id()));
        if (into.equals(state.id())) {
            objections.unless(command.into() == null, "/into", "is this entry itself");
        } else {
            EmployerState other = entries.apply(into);
            objections.unless(other.exists(), "/into", "is not in the register of employers");
            objections.unless(
                    other.mergedInto() == null,
                    "/into",
                    "was merged into %s: name that one".formatted(other.mergedInto()));
        }
        objections.raise(Refusal.INVALID_INPUT);
        if (into.equals(state.mergedInto())) {
            return List.of();
        }
        if (state.mergedInto() != null) {
            throw new CommandRefused(
                    Refusal.CONTRADICTS_RECORD,
                    "It was merged into %s: take that back first.".formatted(state.mergedInto()));
        }
        return List.of(new EmployerEvent.EmployerMerged(into, reason, circumstances.by(), circumstances.now()));
    }

    private List<EmployerEvent> separate(EmployerCommand.SeparateEmployer command) {
        existing(command);
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return state.mergedInto() == null
                ? List.of()
                : List.of(new EmployerEvent.EmployerSeparated(
                        state.mergedInto(), reason, circumstances.by(), circumstances.now()));
    }

    /** A merger that was taken back meanwhile, or made again, is not noted as it was. */
    private boolean standsFor(UUID employer, Function<UUID, EmployerState> entries) {
        return Objects.equals(state.id(), entries.apply(employer).mergedInto());
    }

    private List<EmployerEvent> takeIn(EmployerCommand.TakeInEmployer command, Function<UUID, EmployerState> entries) {
        existing(command);
        return state.takenIn().contains(command.employer()) || !standsFor(command.employer(), entries)
                ? List.of()
                : List.of(new EmployerEvent.EmployerTakenIn(
                        command.employer(), command.reason(), circumstances.by(), circumstances.now()));
    }

    private List<EmployerEvent> letGo(EmployerCommand.LetGoEmployer command, Function<UUID, EmployerState> entries) {
        existing(command);
        return state.takenIn().contains(command.employer()) && !standsFor(command.employer(), entries)
                ? List.of(new EmployerEvent.EmployerLetGo(
                        command.employer(), command.reason(), circumstances.by(), circumstances.now()))
                : List.of();
    }

    private void existing(EmployerCommand command) {
        if (!state.exists()) {
            throw new CommandRefused(Refusal.UNKNOWN_EMPLOYER, List.of());
        }
        admit(command, circumstances.caller());
    }

    /** @throws CommandRefused where the command is not open to this caller */
    public static void admit(EmployerCommand command, Caller caller) {
        Set<Role> roles = switch (command) {
            case EmployerCommand.RegisterEmployer register -> REGISTER;
            case EmployerCommand.CorrectEmployer correct -> CORRECT;
            case EmployerCommand.MergeEmployer merge -> CORRECT;
            case EmployerCommand.SeparateEmployer separate -> CORRECT;
            case EmployerCommand.TakeInEmployer take -> CORRECT;
            case EmployerCommand.LetGoEmployer letGo -> CORRECT;
        };
        if (roles.stream().noneMatch(caller.roles()::contains)) {
            throw new CommandRefused(Refusal.ROLE_NOT_PERMITTED, List.of());
        }
    }

    private String name(@Nullable String name) {
        return objections.line(name, "/name", circumstances.policy().limits().line());
    }
}
