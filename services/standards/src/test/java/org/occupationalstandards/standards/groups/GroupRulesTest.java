package org.occupationalstandards.standards.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.employers.SameEmployers;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.EmployerGroup;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.GroupEmployer;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.content.Problem;

class GroupRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID GROUP = new UUID(1, 1);
    private static final UUID HOSPITAL = new UUID(2, 1);
    private static final UUID LABORATORY = new UUID(2, 2);
    private static final UUID STRANGER = new UUID(2, 9);

    private static final Caller OFFICIAL = caller("official", Role.OFFICIAL, Set.of());
    private static final Caller CHAIR = caller("ann", Role.EMPLOYER_GROUP_CHAIR, Set.of(GROUP));
    private static final Caller CO_CHAIR = caller("ben", Role.EMPLOYER_GROUP_CHAIR, Set.of(GROUP));
    private static final Caller MEMBER = caller("cat", Role.EMPLOYER_GROUP_MEMBER, Set.of(GROUP));
    private static final Caller OTHER_CHAIR = caller("dan", Role.EMPLOYER_GROUP_CHAIR, Set.of(new UUID(1, 2)));
    private static final Caller PANEL = caller("eve", Role.PANEL_MEMBER, Set.of(GROUP));

    private final List<GroupEvent> events = new ArrayList<>();
    private GroupState state = GroupState.none();

    private static Caller caller(String id, Role role, Set<UUID> groups) {
        return new Caller(id, Set.of(role), groups, Set.of());
    }

    private List<GroupEvent> when(Caller caller, GroupCommand command) {
        List<GroupEvent> led =
                GroupRules.decide(command, state, new Circumstances(caller, NOW, LifecyclePolicy.defaults()));
        led.forEach(event -> state = state.after(event));
        events.addAll(led);
        return led;
    }

    private List<Problem> refused(Refusal refusal, Caller caller, GroupCommand command) {
        GroupState before = state;
        CommandRefused refused = catchThrowableOfType(CommandRefused.class, () -> when(caller, command));
        assertThat(refused).as("%s was not refused", command).isNotNull();
        assertThat(refused.refusal()).as(refused.getMessage()).isEqualTo(refusal);
        assertThat(state).isSameAs(before);
        return refused.problems();
    }

    /** A group of two employers and three people, with a chair and a co-chair. */
    private void formed() {
        when(OFFICIAL, new GroupCommand.FormGroup(GROUP, "Healthcare science"));
        when(OFFICIAL, new GroupCommand.AdmitEmployer(HOSPITAL, "A hospital", EmployerSize.LARGE));
        when(OFFICIAL, new GroupCommand.AdmitEmployer(LABORATORY, "A laboratory", EmployerSize.SMALL));
        when(OFFICIAL, new GroupCommand.AdmitPerson("ann", HOSPITAL));
        when(OFFICIAL, new GroupCommand.AdmitPerson("ben", LABORATORY));
        when(OFFICIAL, new GroupCommand.AdmitPerson("cat", LABORATORY));
        when(OFFICIAL, new GroupCommand.AppointChair("ann"));
        when(CHAIR, new GroupCommand.AppointCoChair("ben"));
    }

    @Test
    void aGroupIsFormedByAnOfficialOnce() {
        refused(Refusal.ROLE_NOT_PERMITTED, CHAIR, new GroupCommand.FormGroup(GROUP, "Name"));
        assertThat(refused(Refusal.INVALID_INPUT, OFFICIAL, new GroupCommand.FormGroup(null, " ")))
                .extracting(Problem::pointer)
                .containsExactly("/name", "/group");
        refused(Refusal.UNKNOWN_GROUP, OFFICIAL, new GroupCommand.RenameGroup("Name"));

        assertThat(when(OFFICIAL, new GroupCommand.FormGroup(GROUP, "Name")))
                .containsExactly(new GroupEvent.GroupFormed(GROUP, "Name", "official", NOW));

        refused(Refusal.ALREADY_EXISTS, OFFICIAL, new GroupCommand.FormGroup(GROUP, "Name"));
    }

    @Test
    void onlyItsOwnChairLeadsAGroup() {
        formed();

        for (GroupCommand command : List.<GroupCommand>of(
                new GroupCommand.RenameGroup("Another"),
                new GroupCommand.AdmitEmployer(STRANGER, "Another", EmployerSize.SMALL),
                new GroupCommand.WithdrawSupport(HOSPITAL, "Budget"))) {
            refused(Refusal.NOT_YOUR_GROUP, OTHER_CHAIR, command);
            refused(Refusal.ROLE_NOT_PERMITTED, MEMBER, command);
            refused(Refusal.ROLE_NOT_PERMITTED, PANEL, command);
        }
        refused(Refusal.ROLE_NOT_PERMITTED, CHAIR, new GroupCommand.AppointChair("ben"));
        refused(Refusal.ROLE_NOT_PERMITTED, CHAIR, new GroupCommand.DissolveGroup("Done"));
    }

    @Test
    void employersJoinChangeAndLeaveWithTheirPeople() {
        formed();

        assertThat(state.employerIds()).containsExactlyInAnyOrder(HOSPITAL, LABORATORY);
        assertThat(when(CHAIR, new GroupCommand.AdmitEmployer(HOSPITAL, "A hospital", EmployerSize.LARGE)))
                .isEmpty();
        when(CHAIR, new GroupCommand.AdmitEmployer(HOSPITAL, "A hospital trust", EmployerSize.LARGE));
        assertThat(state.employers().getFirst())
                .isEqualTo(new MemberEmployer(HOSPITAL, "A hospital trust", EmployerSize.LARGE, true));
        when(CHAIR, new GroupCommand.ReleaseEmployer(LABORATORY, "Moved away"));
        assertThat(state.employerIds()).containsExactly(HOSPITAL);
        assertThat(state.people()).containsExactly(new MemberPerson("ann", HOSPITAL));
        assertThat(state.coChair()).isNull();
        assertThat(state.chair()).isEqualTo("ann");
        refused(Refusal.NOT_IN_GROUP, CHAIR, new GroupCommand.ReleaseEmployer(LABORATORY, "Again"));
        assertThat(refused(Refusal.INVALID_INPUT, CHAIR, new GroupCommand.AdmitEmployer(null, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/employer", "/name", "/size");
    }

    @Test
    void theChairsEmployerLeavesOnlyAfterTheChairWasHandedOver() {
        formed();

        refused(Refusal.CHAIR_NEEDED, OFFICIAL, new GroupCommand.ReleaseEmployer(HOSPITAL, "Left"));
        when(CHAIR, new GroupCommand.HandOverChair("cat"));
        when(OFFICIAL, new GroupCommand.ReleaseEmployer(HOSPITAL, "Left"));

        assertThat(state.chair()).isEqualTo("cat");
        assertThat(state.has("ann")).isFalse();
    }

    @Test
    void theChairIsHandedOverByTheChairToSomebodyOfTheGroup() {
        formed();

        refused(Refusal.ROLE_NOT_PERMITTED, CO_CHAIR, new GroupCommand.HandOverChair("cat"));
        refused(Refusal.NOT_IN_GROUP, CHAIR, new GroupCommand.HandOverChair("dan"));
        refused(Refusal.INVALID_INPUT, CHAIR, new GroupCommand.HandOverChair("ann"));
        assertThat(when(CHAIR, new GroupCommand.HandOverChair("ben")))
                .containsExactly(new GroupEvent.ChairHandedOver("ben", "ann", NOW));
        assertThat(state.chair()).isEqualTo("ben");
        assertThat(state.coChair()).isNull();
    }

    @Test
    void anOfficialAppointsAChairAndAChairTheCoChair() {
        formed();

        assertThat(state.coChair()).isEqualTo("ben");
        assertThat(when(OFFICIAL, new GroupCommand.AppointChair("ann"))).isEmpty();
        refused(Refusal.NOT_IN_GROUP, OFFICIAL, new GroupCommand.AppointChair("dan"));
        refused(Refusal.INVALID_INPUT, CHAIR, new GroupCommand.AppointCoChair("ann"));
        refused(Refusal.NOT_IN_GROUP, CHAIR, new GroupCommand.AppointCoChair("dan"));
        assertThat(when(CHAIR, new GroupCommand.AppointCoChair("ben"))).isEmpty();
        when(CHAIR, new GroupCommand.AppointCoChair(null));
        assertThat(state.coChair()).isNull();
    }

    @Test
    void everybodyMayLeaveButTheChairHandsOverFirst() {
        formed();

        refused(Refusal.CHAIR_NEEDED, CHAIR, new GroupCommand.ReleasePerson(null));
        refused(Refusal.INVALID_INPUT, CHAIR, new GroupCommand.ReleasePerson("x".repeat(201)));
        refused(Refusal.ROLE_NOT_PERMITTED, MEMBER, new GroupCommand.ReleasePerson("ben"));
        when(MEMBER, new GroupCommand.ReleasePerson(null));
        assertThat(state.has("cat")).isFalse();
        refused(Refusal.NOT_YOUR_GROUP, MEMBER, new GroupCommand.ReleasePerson(null));
        when(CHAIR, new GroupCommand.ReleasePerson("ben"));
        assertThat(state.coChair()).isNull();
    }

    @Test
    void aPersonActsForOneEmployerOfTheGroup() {
        formed();

        refused(Refusal.NOT_IN_GROUP, CHAIR, new GroupCommand.AdmitPerson("fay", STRANGER));
        assertThat(when(CHAIR, new GroupCommand.AdmitPerson("cat", LABORATORY))).isEmpty();
        when(CHAIR, new GroupCommand.AdmitPerson("cat", HOSPITAL));
        assertThat(state.people())
                .filteredOn(person -> person.id().equals("cat"))
                .containsExactly(new MemberPerson("cat", HOSPITAL));
        when(CHAIR, new GroupCommand.ReleaseEmployer(LABORATORY, "Left"));
        assertThat(state.has("cat")).isTrue();
    }

    @Test
    void whoMovesToAnotherEmployerStaysChair() {
        formed();

        when(OFFICIAL, new GroupCommand.AdmitPerson("ann", LABORATORY));

        assertThat(state.chair()).isEqualTo("ann");
        refused(Refusal.CHAIR_NEEDED, OFFICIAL, new GroupCommand.ReleaseEmployer(LABORATORY, "Left"));
    }

    @Test
    void anEmployerThatWithdrawsItsSupportCountsNoMore() {
        formed();
        var policy = new LifecyclePolicy.ForProposals(2, 1, 8, 84, 20, true, true);
        assertThat(state.missing(policy)).isEmpty();

        when(CHAIR, new GroupCommand.WithdrawSupport(LABORATORY, "Budget"));

        assertThat(state.missing(policy))
                .containsExactly(
                        new Problem("/employers", "are 1 different ones; at least 2 are needed"),
                        new Problem("/employers", "have 0 small ones among them; at least 1 are needed"));
        assertThat(state.employerIds()).contains(LABORATORY);
        assertThat(when(CHAIR, new GroupCommand.WithdrawSupport(LABORATORY, "Budget")))
                .isEmpty();
        when(CHAIR, new GroupCommand.AdmitEmployer(LABORATORY, "A laboratory", EmployerSize.MEDIUM));
        assertThat(state.missing(policy)).hasSize(2);
        when(CHAIR, new GroupCommand.RestoreSupport(LABORATORY));
        assertThat(when(CHAIR, new GroupCommand.RestoreSupport(LABORATORY))).isEmpty();
        assertThat(state.missing(policy)).hasSize(1);
        refused(Refusal.NOT_IN_GROUP, CHAIR, new GroupCommand.WithdrawSupport(STRANGER, "Budget"));
        refused(Refusal.NOT_IN_GROUP, CHAIR, new GroupCommand.RestoreSupport(STRANGER));
        assertThat(state.missing(LifecyclePolicy.defaults().proposals())).hasSize(2);
    }

    @Test
    void aRenamedGroupHasAnotherName() {
        formed();

        assertThat(when(CHAIR, new GroupCommand.RenameGroup("Healthcare science")))
                .isEmpty();
        when(CHAIR, new GroupCommand.RenameGroup("Science in healthcare"));

        assertThat(state.name()).isEqualTo("Science in healthcare");
    }

    @Test
    void aDissolvedGroupDoesNothingMore() {
        formed();
        refused(Refusal.INVALID_INPUT, OFFICIAL, new GroupCommand.DissolveGroup(null));
        when(OFFICIAL, new GroupCommand.DissolveGroup("The standard is done"));

        assertThat(state.dissolved()).isTrue();
        for (GroupCommandName name : GroupCommandName.values()) {
            if (name != GroupCommandName.FORM && name != GroupCommandName.HAND_OVER_CHAIR) {
                refused(Refusal.GROUP_DISSOLVED, OFFICIAL, GroupTable.command(name));
            }
        }
    }

    @Test
    void everyCommandHasItsNameAndItsRecord() {
        assertThat(GroupCommand.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Arrays.stream(GroupCommandName.values())
                        .map(GroupCommandName::record)
                        .toArray(Class<?>[]::new));
        for (GroupCommandName name : GroupCommandName.values()) {
            assertThat(GroupCommandName.of(GroupTable.command(name))).isEqualTo(name);
            assertThat(GroupCommandName.ofWireName(name.wireName())).contains(name);
            assertThat(name.wireName()).matches("[a-z]+(-[a-z]+)*");
            assertThat(name.does()).endsWith(".");
        }
    }

    @Test
    void whereThereIsARegisterAGroupTakesInWhatIsThere() {
        formed();
        var known = new MemberEmployer(STRANGER, "A stranger", EmployerSize.SMALL, true);
        Function<UUID, Optional<MemberEmployer>> register =
                id -> id.equals(STRANGER) ? Optional.of(known) : Optional.empty();

        assertThat(admitted(register, STRANGER, null, null))
                .containsExactly(
                        new GroupEvent.EmployerAdmitted(STRANGER, "A stranger", EmployerSize.SMALL, "ann", NOW));
        assertThat(admitted(register, STRANGER, " A stranger ", EmployerSize.SMALL))
                .hasSize(1);
        assertThat(notAdmitted(register, STRANGER, "Another", EmployerSize.LARGE))
                .containsExactly("/name", "/size");
        assertThat(notAdmitted(register, new UUID(2, 8), "Another", EmployerSize.LARGE))
                .containsExactly("/employer");
        assertThat(notAdmitted(register, null, null, null)).containsExactly("/employer");
    }

    private List<GroupEvent> admitted(
            Function<UUID, Optional<MemberEmployer>> register,
            @Nullable UUID employer,
            @Nullable String name,
            @Nullable EmployerSize size) {
        return GroupRules.decide(
                new GroupCommand.AdmitEmployer(employer, name, size),
                state,
                new Circumstances(CHAIR, NOW, LifecyclePolicy.defaults()),
                register);
    }

    private List<String> notAdmitted(
            Function<UUID, Optional<MemberEmployer>> register,
            @Nullable UUID employer,
            @Nullable String name,
            @Nullable EmployerSize size) {
        CommandRefused refused =
                catchThrowableOfType(CommandRefused.class, () -> admitted(register, employer, name, size));
        assertThat(refused.refusal()).isEqualTo(Refusal.INVALID_INPUT);
        return refused.problems().stream().map(Problem::pointer).toList();
    }

    /** The token of a co-chair may call them a member; what the group says counts. */
    @Test
    void theCoChairActsAsTheChairButDoesNotHandTheChairOver() {
        formed();
        Caller member = caller("ben", Role.EMPLOYER_GROUP_MEMBER, Set.of(GROUP));

        assertThat(when(member, new GroupCommand.RenameGroup("By the co-chair")))
                .hasSize(1);
        refused(Refusal.ROLE_NOT_PERMITTED, member, new GroupCommand.HandOverChair("cat"));
        assertThat(actions(member)).contains(GroupCommandName.RENAME).doesNotContain(GroupCommandName.HAND_OVER_CHAIR);
        assertThat(actions(CHAIR)).contains(GroupCommandName.RENAME, GroupCommandName.HAND_OVER_CHAIR);
        assertThat(actions(MEMBER)).containsExactly(GroupCommandName.RELEASE_PERSON);
        assertThat(actions(PANEL)).isEmpty();
    }

    private List<GroupCommandName> actions(Caller caller) {
        return GroupActions.of(state, new Circumstances(caller, NOW, LifecyclePolicy.defaults()));
    }

    @Test
    void peopleAreOpaqueIds() {
        formed();

        for (String name : List.of("Ann Example", "ann@example.org")) {
            assertThat(refused(Refusal.INVALID_INPUT, CHAIR, new GroupCommand.AdmitPerson(name, HOSPITAL)))
                    .containsExactly(
                            new Problem("/person", "must be the opaque id of a person, not a name or an address"));
        }
    }

    @Test
    void noAddressComesIntoTheEventsOfAGroup() {
        formed();
        String text = "Ring Ann, ann@example.org";

        for (GroupCommand command : List.of(
                new GroupCommand.RenameGroup(text),
                new GroupCommand.AdmitEmployer(STRANGER, text, EmployerSize.LARGE),
                new GroupCommand.ReleaseEmployer(LABORATORY, text),
                new GroupCommand.WithdrawSupport(LABORATORY, text),
                new GroupCommand.DissolveGroup(text))) {
            assertThat(refused(Refusal.INVALID_INPUT, OFFICIAL, command))
                    .as("%s", command)
                    .extracting(Problem::message)
                    .containsExactly("must not hold an e-mail address: events are kept for ever");
        }
    }

    @Test
    void whatDecisionsOnItsStandardsSeeIsWhatTheGroupIs() {
        formed();
        when(CHAIR, new GroupCommand.WithdrawSupport(LABORATORY, "Budget"));

        assertThat(state.asOwner())
                .isEqualTo(new EmployerGroup(
                        GROUP,
                        "Healthcare science",
                        Set.of(HOSPITAL, LABORATORY),
                        Set.of("ann", "ben", "cat"),
                        "ann",
                        "ben",
                        List.of(new GroupEmployer("A hospital", EmployerSize.LARGE)),
                        false));
    }

    @Test
    void entriesOfOneEmployerCountOnceAndBarForAllOfThem() {
        formed();
        when(CHAIR, new GroupCommand.WithdrawSupport(HOSPITAL, "Budget"));
        var same = new SameEmployers(Map.of(HOSPITAL, STRANGER, LABORATORY, STRANGER));

        GroupState counted = state.counting(same);

        assertThat(counted.employers())
                .containsExactly(new MemberEmployer(STRANGER, "A hospital", EmployerSize.LARGE, true));
        assertThat(counted.people()).extracting(MemberPerson::employer).containsOnly(STRANGER);
        assertThat(state.asOwner(same).employers()).containsExactlyInAnyOrder(HOSPITAL, LABORATORY, STRANGER);
        assertThat(state.asOwner(same).supporting())
                .containsExactly(new GroupEmployer("A hospital", EmployerSize.LARGE));
        assertThat(state.counting(new SameEmployers(Map.of(LABORATORY, HOSPITAL)))
                        .employers())
                .as("named as the entry that stands for both")
                .containsExactly(new MemberEmployer(HOSPITAL, "A hospital", EmployerSize.LARGE, true));
    }

    @Test
    void aMergedEntryIsNotAdmitted() {
        formed();
        Function<UUID, Optional<MemberEmployer>> register =
                id -> Optional.of(new MemberEmployer(STRANGER, "A trust", EmployerSize.LARGE, true));
        var circumstances = new Circumstances(CHAIR, NOW, LifecyclePolicy.defaults());
        var merged = new UUID(2, 8);

        assertThat(catchThrowableOfType(
                                CommandRefused.class,
                                () -> GroupRules.decide(
                                        new GroupCommand.AdmitEmployer(merged, null, null),
                                        state,
                                        circumstances,
                                        register))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/employer");
        assertThat(GroupRules.decide(
                        new GroupCommand.AdmitEmployer(STRANGER, null, null), state, circumstances, register))
                .hasSize(1);
    }

    @Test
    void aBodyWithNothingInItIsRefusedAndNeverFails() throws ReflectiveOperationException {
        formed();

        for (GroupCommandName name : GroupCommandName.values()) {
            var constructor = name.record().getDeclaredConstructors()[0];
            var empty = (GroupCommand) constructor.newInstance(new Object[constructor.getParameterCount()]);
            Caller caller = name.roles().contains(Role.EMPLOYER_GROUP_CHAIR) ? CHAIR : OFFICIAL;
            try {
                when(caller, empty);
                // nobody named is nobody to be co-chair
                assertThat(name).isEqualTo(GroupCommandName.APPOINT_CO_CHAIR);
            } catch (CommandRefused refused) {
                assertThat(refused.refusal())
                        .as(name.wireName())
                        .isEqualTo(
                                switch (name) {
                                    case FORM -> Refusal.ALREADY_EXISTS;
                                    case RELEASE_PERSON -> Refusal.CHAIR_NEEDED;
                                    default -> Refusal.INVALID_INPUT;
                                });
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noGroupContradictsItself(@ForAll long seed) {
        events.clear();
        state = GroupState.none();
        var random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            GroupState before = state;
            Caller caller = List.of(OFFICIAL, CHAIR, CO_CHAIR, MEMBER).get(random.nextInt(4));
            int count = events.size();
            try {
                when(caller, random(random));
            } catch (CommandRefused refused) {
                assertThat(state).isSameAs(before);
            }
            assertThat(state.sequence()).isEqualTo(events.size());
            for (GroupEvent event : events.subList(count, events.size())) {
                GroupState after = before.after(event);
                assertThat(after).isNotEqualTo(resequenced(before, after.sequence()));
                before = after;
            }
            consistent();
        }
        GroupState replayed = GroupState.none();
        for (GroupEvent event : events) {
            replayed = replayed.after(event);
        }
        assertThat(replayed).isEqualTo(state);
    }

    private static GroupState resequenced(GroupState state, long sequence) {
        return new GroupState(
                state.id(),
                sequence,
                state.name(),
                state.employers(),
                state.people(),
                state.chair(),
                state.coChair(),
                state.dissolved());
    }

    private void consistent() {
        if (state.chair() != null) {
            assertThat(state.has(state.chair())).isTrue();
            assertThat(state.chair()).isNotEqualTo(state.coChair());
        }
        if (state.coChair() != null) {
            assertThat(state.has(state.coChair())).isTrue();
        }
        assertThat(state.people()).extracting(MemberPerson::id).doesNotHaveDuplicates();
        assertThat(state.employers()).extracting(MemberEmployer::id).doesNotHaveDuplicates();
        assertThat(state.people()).allMatch(person -> state.employerIds().contains(person.employer()));
    }

    private static GroupCommand random(Random random) {
        UUID employer = List.of(HOSPITAL, LABORATORY, STRANGER).get(random.nextInt(3));
        String person = List.of("ann", "ben", "cat", "dan").get(random.nextInt(4));
        return switch (random.nextInt(13)) {
            case 0, 1 -> new GroupCommand.FormGroup(GROUP, "Name");
            case 2 -> new GroupCommand.RenameGroup("Name " + random.nextInt(3));
            case 3, 4 ->
                new GroupCommand.AdmitEmployer(
                        employer, "Employer", EmployerSize.values()[random.nextInt(EmployerSize.values().length)]);
            case 5 -> new GroupCommand.ReleaseEmployer(employer, "Left");
            case 6 -> new GroupCommand.WithdrawSupport(employer, "Budget");
            case 7 -> new GroupCommand.RestoreSupport(employer);
            case 8 -> new GroupCommand.AdmitPerson(person, employer);
            case 9 -> new GroupCommand.ReleasePerson(person);
            case 10 -> new GroupCommand.AppointChair(person);
            case 11 -> new GroupCommand.AppointCoChair(random.nextBoolean() ? null : person);
            default ->
                random.nextInt(20) == 0
                        ? new GroupCommand.DissolveGroup("Done")
                        : new GroupCommand.HandOverChair(person);
        };
    }
}
