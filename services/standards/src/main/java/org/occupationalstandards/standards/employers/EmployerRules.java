package org.occupationalstandards.standards.employers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /** Who may say its name or size anew: a size decides whether a group is large enough. */
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
     * @throws CommandRefused when the rules say no, with everything that stands against it
     * @throws EmployerKnown when the register has an employer of that name, or of a similar one
     */
    public static List<EmployerEvent> decide(
            EmployerCommand command, EmployerState state, Circumstances circumstances, KnownEmployers known) {
        var rules = new EmployerRules(state, circumstances);
        return switch (command) {
            case EmployerCommand.RegisterEmployer register -> rules.register(register, known);
            case EmployerCommand.CorrectEmployer correct -> rules.correct(correct);
        };
    }

    private List<EmployerEvent> register(EmployerCommand.RegisterEmployer command, KnownEmployers known) {
        admit(command, circumstances.caller());
        String name = name(command.name());
        objections.unless(command.size() != null, "/size", "must be given: small, medium or large");
        objections.raise(Refusal.INVALID_INPUT);
        if (state.exists()) {
            throw new EmployerKnown(List.of(itself()));
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

    private Candidate itself() {
        return new Candidate(
                Objects.requireNonNull(state.id()),
                state.name(),
                state.size(),
                Candidate.Match.SAME_NAME,
                "It was registered under this name.");
    }

    private List<EmployerEvent> correct(EmployerCommand.CorrectEmployer command) {
        if (!state.exists()) {
            throw new CommandRefused(Refusal.UNKNOWN_EMPLOYER, List.of());
        }
        admit(command, circumstances.caller());
        String name = command.name() == null ? state.name() : name(command.name());
        EmployerSize size = Objects.requireNonNullElse(command.size(), state.size());
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return name.equals(state.name()) && size == state.size()
                ? List.of()
                : List.of(new EmployerEvent.EmployerCorrected(
                        name, size, reason, circumstances.by(), circumstances.now()));
    }

    /** @throws CommandRefused where the command is not open to this caller */
    public static void admit(EmployerCommand command, Caller caller) {
        Set<Role> roles = switch (command) {
            case EmployerCommand.RegisterEmployer register -> REGISTER;
            case EmployerCommand.CorrectEmployer correct -> CORRECT;
        };
        if (roles.stream().noneMatch(caller.roles()::contains)) {
            throw new CommandRefused(Refusal.ROLE_NOT_PERMITTED, List.of());
        }
    }

    private String name(@Nullable String name) {
        return objections.text(name, "/name", circumstances.policy().limits().line());
    }
}
