package org.occupationalstandards.standards.groups;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** What each command on an employer group leads to. Pure, as the rulebook of standards is. */
public final class GroupRules {

    private final GroupState state;
    private final Circumstances circumstances;
    private final @Nullable Function<UUID, Optional<MemberEmployer>> register;
    private final Objections objections = new Objections();

    /**
     * What follows from a command: events to be recorded, none where nothing would change.
     *
     * @throws CommandRefused when the rules say no, with everything that stands against it
     */
    public static List<GroupEvent> decide(GroupCommand command, GroupState state, Circumstances circumstances) {
        return decided(command, state, circumstances, null);
    }

    /**
     * The same where there is a register of employers: a group takes in only those that are in it, as they are there.
     *
     * @param register the employer of an id, or the entry that stands for it
     */
    public static List<GroupEvent> decide(
            GroupCommand command,
            GroupState state,
            Circumstances circumstances,
            Function<UUID, Optional<MemberEmployer>> register) {
        return decided(command, state, circumstances, register);
    }

    private static List<GroupEvent> decided(
            GroupCommand command,
            GroupState state,
            Circumstances circumstances,
            @Nullable Function<UUID, Optional<MemberEmployer>> register) {
        var here = acting(state, circumstances);
        admit(GroupCommandName.of(command), state, here.caller());
        return new GroupRules(state, here, register).decide(command);
    }

    /** With the co-chair acting as the chair does, where the group says so. */
    private static Circumstances acting(GroupState state, Circumstances circumstances) {
        return state.id() == null
                ? circumstances
                : Circumstances.of(
                        circumstances.caller(),
                        circumstances.now(),
                        circumstances.policy(),
                        state.id(),
                        Map.of(state.id(), state.asOwner()),
                        reference -> true);
    }

    /** @throws CommandRefused where the command is not open to this caller, by role or by group */
    public static void admit(GroupCommand command, GroupState state, Circumstances circumstances) {
        reach(GroupCommandName.of(command), state, acting(state, circumstances).caller());
    }

    /** @throws CommandRefused where this caller may not give that command, whatever it says */
    static void guard(GroupCommandName name, GroupState state, Circumstances circumstances) {
        var here = acting(state, circumstances);
        admit(name, state, here.caller());
        if (name == GroupCommandName.HAND_OVER_CHAIR) {
            chairs(state, here);
        }
    }

    private static void chairs(GroupState state, Circumstances circumstances) {
        if (!circumstances.by().equals(state.chair())) {
            throw new CommandRefused(Refusal.ROLE_NOT_PERMITTED, List.of());
        }
    }

    private GroupRules(
            GroupState state,
            Circumstances circumstances,
            @Nullable Function<UUID, Optional<MemberEmployer>> register) {
        this.state = state;
        this.circumstances = circumstances;
        this.register = register;
    }

    private static void admit(GroupCommandName name, GroupState state, Caller caller) {
        boolean forms = name == GroupCommandName.FORM;
        if (!forms && !state.exists()) {
            throw new CommandRefused(Refusal.UNKNOWN_GROUP, List.of());
        }
        reach(name, state, caller);
        if (forms && state.exists()) {
            throw new CommandRefused(Refusal.ALREADY_EXISTS, List.of());
        }
        if (state.dissolved()) {
            throw new CommandRefused(Refusal.GROUP_DISSOLVED, List.of());
        }
    }

    private static void reach(GroupCommandName name, GroupState state, Caller caller) {
        List<Role> roles =
                name.roles().stream().filter(caller.roles()::contains).toList();
        if (roles.isEmpty()) {
            throw new CommandRefused(Refusal.ROLE_NOT_PERMITTED, List.of());
        }
        boolean official = roles.contains(Role.OFFICIAL);
        if (!official && (state.id() == null || !caller.groups().contains(state.id()))) {
            throw new CommandRefused(Refusal.NOT_YOUR_GROUP, List.of());
        }
    }

    private List<GroupEvent> decide(GroupCommand command) {
        return switch (command) {
            case GroupCommand.FormGroup form -> form(form);
            case GroupCommand.RenameGroup rename -> rename(rename);
            case GroupCommand.AdmitEmployer admit -> admitEmployer(admit);
            case GroupCommand.ReleaseEmployer release -> releaseEmployer(release);
            case GroupCommand.WithdrawSupport withdraw -> withdrawSupport(withdraw);
            case GroupCommand.RestoreSupport restore -> restoreSupport(restore);
            case GroupCommand.AdmitPerson admit -> admitPerson(admit);
            case GroupCommand.ReleasePerson release -> releasePerson(release);
            case GroupCommand.AppointChair appoint -> appointChair(appoint);
            case GroupCommand.AppointCoChair appoint -> appointCoChair(appoint);
            case GroupCommand.HandOverChair hand -> handOver(hand);
            case GroupCommand.DissolveGroup dissolve -> dissolve(dissolve);
        };
    }

    private List<GroupEvent> form(GroupCommand.FormGroup command) {
        String name = name(command.name());
        objections.unless(command.group() != null, "/group", "must be given");
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new GroupEvent.GroupFormed(
                Objects.requireNonNull(command.group()), name, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> rename(GroupCommand.RenameGroup command) {
        String name = name(command.name());
        objections.raise(Refusal.INVALID_INPUT);
        return name.equals(state.name())
                ? List.of()
                : List.of(new GroupEvent.GroupRenamed(name, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> admitEmployer(GroupCommand.AdmitEmployer command) {
        return register == null ? admitted(command) : admitted(asRegistered(command, register));
    }

    private GroupCommand.AdmitEmployer asRegistered(
            GroupCommand.AdmitEmployer command, Function<UUID, Optional<MemberEmployer>> known) {
        UUID id = employerId(command.employer());
        Optional<MemberEmployer> employer = command.employer() == null ? Optional.empty() : known.apply(id);
        objections.unless(
                command.employer() == null || employer.isPresent(), "/employer", "is not in the register of employers");
        employer.ifPresent(each -> {
            objections.unless(
                    each.id().equals(id),
                    "/employer",
                    "was merged into %s in the register of employers: name that one".formatted(each.id()));
            objections.unless(
                    command.name() == null || command.name().strip().equals(each.name()),
                    "/name",
                    "is “%s” in the register of employers: leave it out, or correct it there".formatted(each.name()));
            objections.unless(
                    command.size() == null || command.size() == each.size(),
                    "/size",
                    "is another in the register of employers: leave it out, or correct it there");
        });
        objections.raise(Refusal.INVALID_INPUT);
        return new GroupCommand.AdmitEmployer(
                id,
                employer.map(MemberEmployer::name).orElse(null),
                employer.map(MemberEmployer::size).orElse(null));
    }

    private List<GroupEvent> admitted(GroupCommand.AdmitEmployer command) {
        UUID employer = employerId(command.employer());
        String name = objections.line(
                command.name(), "/name", circumstances.policy().limits().line());
        objections.unless(command.size() != null, "/size", "must be given: small, medium or large");
        objections.raise(Refusal.INVALID_INPUT);
        EmployerSize size = Objects.requireNonNull(command.size());
        MemberEmployer before = state.employer(employer);
        boolean same = before != null && before.name().equals(name) && before.size() == size;
        return same
                ? List.of()
                : List.of(
                        new GroupEvent.EmployerAdmitted(employer, name, size, circumstances.by(), circumstances.now()));
    }

    /** The chair acts for an employer: that one leaves after the chair was handed over. */
    private List<GroupEvent> releaseEmployer(GroupCommand.ReleaseEmployer command) {
        UUID employer = employerId(command.employer());
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        member(employer);
        boolean chairs = state.people().stream()
                .anyMatch(person ->
                        person.employer().equals(employer) && person.id().equals(state.chair()));
        if (chairs) {
            throw new CommandRefused(Refusal.CHAIR_NEEDED, List.of());
        }
        return List.of(new GroupEvent.EmployerReleased(employer, reason, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> withdrawSupport(GroupCommand.WithdrawSupport command) {
        UUID employer = employerId(command.employer());
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return member(employer).supports()
                ? List.of(new GroupEvent.SupportWithdrawn(employer, reason, circumstances.by(), circumstances.now()))
                : List.of();
    }

    private List<GroupEvent> restoreSupport(GroupCommand.RestoreSupport command) {
        UUID employer = employerId(command.employer());
        objections.raise(Refusal.INVALID_INPUT);
        return member(employer).supports()
                ? List.of()
                : List.of(new GroupEvent.SupportRestored(employer, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> admitPerson(GroupCommand.AdmitPerson command) {
        String person = objections.person(command.person(), "/person");
        UUID employer = employerId(command.employer());
        objections.raise(Refusal.INVALID_INPUT);
        member(employer);
        return state.people().contains(new MemberPerson(person, employer))
                ? List.of()
                : List.of(new GroupEvent.PersonAdmitted(person, employer, circumstances.by(), circumstances.now()));
    }

    /** Everybody may leave; chairs and officials let others leave. A group keeps its chair. */
    private List<GroupEvent> releasePerson(GroupCommand.ReleasePerson command) {
        String named = objections.optionalPerson(command.person(), "/person");
        objections.raise(Refusal.INVALID_INPUT);
        String person = Objects.requireNonNullElse(named, circumstances.by());
        Caller caller = circumstances.caller();
        boolean forOthers =
                caller.roles().contains(Role.OFFICIAL) || caller.roles().contains(Role.EMPLOYER_GROUP_CHAIR);
        if (!person.equals(circumstances.by()) && !forOthers) {
            throw new CommandRefused(Refusal.ROLE_NOT_PERMITTED, List.of());
        }
        belongs(person);
        if (person.equals(state.chair())) {
            throw new CommandRefused(Refusal.CHAIR_NEEDED, List.of());
        }
        return List.of(new GroupEvent.PersonReleased(person, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> appointChair(GroupCommand.AppointChair command) {
        String person = objections.person(command.person(), "/person");
        objections.raise(Refusal.INVALID_INPUT);
        belongs(person);
        return person.equals(state.chair())
                ? List.of()
                : List.of(new GroupEvent.ChairAppointed(person, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> appointCoChair(GroupCommand.AppointCoChair command) {
        String person = objections.optionalPerson(command.person(), "/person");
        objections.unless(person == null || !person.equals(state.chair()), "/person", "is the chair");
        objections.raise(Refusal.INVALID_INPUT);
        if (person != null) {
            belongs(person);
        }
        return Objects.equals(person, state.coChair())
                ? List.of()
                : List.of(new GroupEvent.CoChairAppointed(person, circumstances.by(), circumstances.now()));
    }

    /** Only who is the chair hands it over: a co-chair has the same role in the token. */
    private List<GroupEvent> handOver(GroupCommand.HandOverChair command) {
        String person = objections.person(command.person(), "/person");
        objections.unless(!person.equals(state.chair()), "/person", "is the chair");
        objections.raise(Refusal.INVALID_INPUT);
        chairs(state, circumstances);
        belongs(person);
        return List.of(new GroupEvent.ChairHandedOver(person, circumstances.by(), circumstances.now()));
    }

    private List<GroupEvent> dissolve(GroupCommand.DissolveGroup command) {
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new GroupEvent.GroupDissolved(reason, circumstances.by(), circumstances.now()));
    }

    private String name(@Nullable String name) {
        return objections.line(name, "/name", circumstances.policy().limits().title());
    }

    /** A missing id has been noted by then; the other one is never used. */
    private UUID employerId(@Nullable UUID employer) {
        objections.unless(employer != null, "/employer", "must be given");
        return employer == null ? new UUID(0, 0) : employer;
    }

    private MemberEmployer member(UUID employer) {
        MemberEmployer member = state.employer(employer);
        if (member == null) {
            throw new CommandRefused(Refusal.NOT_IN_GROUP, List.of());
        }
        return member;
    }

    private void belongs(String person) {
        if (!state.has(person)) {
            throw new CommandRefused(Refusal.NOT_IN_GROUP, List.of());
        }
    }
}
