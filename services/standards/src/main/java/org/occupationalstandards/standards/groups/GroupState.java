package org.occupationalstandards.standards.groups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.SameEmployers;
import org.occupationalstandards.standards.lifecycle.EmployerGroup;
import org.occupationalstandards.standards.lifecycle.GroupEmployer;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Membership;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/**
 * All that the rules know about one employer group, made from its events alone.
 *
 * @param id nothing where there is no such group
 * @param sequence how many events there have been
 * @param chair opaque id of the chair, where there is one
 */
public record GroupState(
        @Nullable UUID id,
        long sequence,
        String name,
        List<MemberEmployer> employers,
        List<MemberPerson> people,
        @Nullable String chair,
        @Nullable String coChair,
        boolean dissolved) {

    private static final GroupState NONE = new GroupState(null, 0, "", List.of(), List.of(), null, null, false);

    public GroupState {
        employers = List.copyOf(employers);
        people = List.copyOf(people);
    }

    /** A group of which nothing has happened yet. */
    public static GroupState none() {
        return NONE;
    }

    public boolean exists() {
        return id != null;
    }

    /** Ids of its employers: whoever works for one of them has an interest in the group's standards. */
    public Set<UUID> employerIds() {
        return employers.stream().map(MemberEmployer::id).collect(Collectors.toUnmodifiableSet());
    }

    /** What stands against a proposal by this group: too few employers behind it, or too few small ones. */
    public List<Problem> missing(LifecyclePolicy.ForProposals policy) {
        return Membership.lacking(supporting(), policy);
    }

    /** Its employers that stand behind its proposals. */
    public List<GroupEmployer> supporting() {
        return employers.stream()
                .filter(MemberEmployer::supports)
                .map(employer -> new GroupEmployer(employer.name(), employer.size()))
                .toList();
    }

    /**
     * This group with every employer in it once, under the entry of the register that stands for it. It stands behind the
     * group's proposals where one of its entries does.
     */
    public GroupState counting(SameEmployers same) {
        Map<UUID, MemberEmployer> once = new LinkedHashMap<>();
        for (MemberEmployer employer : employers) {
            UUID standing = same.standingFor(employer.id());
            MemberEmployer before = once.get(standing);
            MemberEmployer named =
                    Objects.requireNonNullElse(employer(standing), Objects.requireNonNullElse(before, employer));
            boolean supports = employer.supports() || before != null && before.supports();
            once.put(standing, new MemberEmployer(standing, named.name(), named.size(), supports));
        }
        return with(
                List.copyOf(once.values()),
                people.stream()
                        .map(person -> new MemberPerson(person.id(), same.standingFor(person.employer())))
                        .toList());
    }

    /** This group as its own rules see it. */
    EmployerGroup asOwner() {
        return asOwner(new SameEmployers(Map.of()));
    }

    /** This group as decisions on its standards see it: who works for an entry works for all of the same employer. */
    public EmployerGroup asOwner(SameEmployers same) {
        return new EmployerGroup(
                Objects.requireNonNull(id),
                name,
                same.all(employerIds()),
                people.stream().map(MemberPerson::id).collect(Collectors.toUnmodifiableSet()),
                chair,
                coChair,
                counting(same).supporting(),
                dissolved);
    }

    /** The employer of that id, where it belongs to the group. */
    public @Nullable MemberEmployer employer(@Nullable UUID employer) {
        return employers.stream()
                .filter(each -> each.id().equals(employer))
                .findFirst()
                .orElse(null);
    }

    /** Whether that person belongs to the group. */
    public boolean has(@Nullable String person) {
        return people.stream().anyMatch(each -> each.id().equals(person));
    }

    /** This group after one more event. */
    public GroupState after(GroupEvent event) {
        GroupState after = switch (event) {
            case GroupEvent.GroupFormed formed ->
                new GroupState(formed.group(), 0, formed.name(), List.of(), List.of(), null, null, false);
            case GroupEvent.GroupRenamed renamed ->
                new GroupState(id, 0, renamed.name(), employers, people, chair, coChair, dissolved);
            case GroupEvent.EmployerAdmitted admitted -> with(admitted(admitted), people);
            case GroupEvent.EmployerReleased released -> released(released.employer());
            case GroupEvent.SupportWithdrawn withdrawn -> supporting(withdrawn.employer(), false);
            case GroupEvent.SupportRestored restored -> supporting(restored.employer(), true);
            case GroupEvent.PersonAdmitted admitted ->
                with(
                        employers,
                        and(
                                without(person -> person.id().equals(admitted.person())),
                                new MemberPerson(admitted.person(), admitted.employer())));
            case GroupEvent.PersonReleased released ->
                withoutPeople(person -> person.id().equals(released.person()));
            case GroupEvent.ChairAppointed appointed -> chaired(appointed.person());
            case GroupEvent.ChairHandedOver handed -> chaired(handed.person());
            case GroupEvent.CoChairAppointed appointed ->
                new GroupState(id, 0, name, employers, people, chair, appointed.person(), dissolved);
            case GroupEvent.GroupDissolved ended ->
                new GroupState(id, 0, name, employers, people, chair, coChair, true);
        };
        return new GroupState(
                after.id,
                sequence + 1,
                after.name,
                after.employers,
                after.people,
                after.chair,
                after.coChair,
                after.dissolved);
    }

    /** Admitted again, it keeps its place and stands behind the group as before. */
    private List<MemberEmployer> admitted(GroupEvent.EmployerAdmitted event) {
        MemberEmployer before = employer(event.employer());
        if (before == null) {
            return and(employers, new MemberEmployer(event.employer(), event.name(), event.size(), true));
        }
        var after = new MemberEmployer(event.employer(), event.name(), event.size(), before.supports());
        return employers.stream()
                .map(each -> each.equals(before) ? after : each)
                .toList();
    }

    private GroupState released(UUID employer) {
        GroupState left = withoutPeople(person -> person.employer().equals(employer));
        return left.with(
                employers.stream().filter(each -> !each.id().equals(employer)).toList(), left.people);
    }

    private GroupState supporting(UUID employer, boolean supports) {
        return with(
                employers.stream()
                        .map(each -> each.id().equals(employer) ? each.supporting(supports) : each)
                        .toList(),
                people);
    }

    private GroupState chaired(String person) {
        return new GroupState(
                id, 0, name, employers, people, person, person.equals(coChair) ? null : coChair, dissolved);
    }

    /** Whoever leaves is neither chair nor co-chair any more. */
    private GroupState withoutPeople(Predicate<MemberPerson> which) {
        List<MemberPerson> left = without(which);
        return new GroupState(
                id,
                0,
                name,
                employers,
                left,
                stays(chair, left) ? chair : null,
                stays(coChair, left) ? coChair : null,
                dissolved);
    }

    private static boolean stays(@Nullable String person, List<MemberPerson> people) {
        return people.stream().anyMatch(each -> each.id().equals(person));
    }

    private List<MemberPerson> without(Predicate<MemberPerson> which) {
        return people.stream().filter(which.negate()).toList();
    }

    private GroupState with(List<MemberEmployer> newEmployers, List<MemberPerson> newPeople) {
        return new GroupState(id, 0, name, newEmployers, newPeople, chair, coChair, dissolved);
    }

    private static <T> List<T> and(List<T> list, T another) {
        List<T> longer = new ArrayList<>(list);
        longer.add(another);
        return longer;
    }
}
