package org.occupationalstandards.standards.lifecycle;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who acts in the tests: the same roles that the example set-up has. */
final class People {

    static final UUID GROUP = UUID.fromString("6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218");
    static final UUID OTHER_GROUP = UUID.fromString("6f1c7b1e-0999-4a7e-9d52-3c1b6f0a0999");

    static final Caller CHAIR = caller("chair", Role.EMPLOYER_GROUP_CHAIR, Set.of(GROUP), Set.of());
    static final Caller OTHER_CHAIR = caller("other-chair", Role.EMPLOYER_GROUP_CHAIR, Set.of(OTHER_GROUP), Set.of());
    static final Caller MEMBER = caller("member", Role.EMPLOYER_GROUP_MEMBER, Set.of(GROUP), Set.of());
    static final Caller CO_CHAIR = caller("co-chair", Role.EMPLOYER_GROUP_MEMBER, Set.of(GROUP), Set.of());
    static final Caller OFFICIAL = caller("official", Role.OFFICIAL, Set.of(), Set.of());
    static final Caller COMMITTEE = caller("committee", Role.COMMITTEE, Set.of(), Set.of());
    static final Caller OTHER_COMMITTEE = caller("committee-2", Role.COMMITTEE, Set.of(), Set.of());
    static final Caller DIGITAL_PANEL = caller("panel-digital", Role.PANEL_MEMBER, Set.of(), Set.of(7));
    static final Caller SUBSCRIBER = caller("subscriber", Role.SUBSCRIBER, Set.of(), Set.of());

    /** An employer that belongs to the group. */
    static final UUID HOSPITAL = new UUID(2, 1);

    /** On the panel, and works for an employer in the group. */
    static final Caller EMPLOYED_PANEL =
            new Caller("panel-6", Set.of(Role.PANEL_MEMBER), Set.of(), allRoutes(), Set.of(HOSPITAL));

    static Caller official(int number) {
        return caller("official-" + number, Role.OFFICIAL, Set.of(), Set.of());
    }

    static Caller panel(int number) {
        return caller("panel-" + number, Role.PANEL_MEMBER, Set.of(), allRoutes());
    }

    static Caller caller(String id, Role role, Set<UUID> groups, Set<Integer> routes) {
        return new Caller(id, Set.of(role), groups, routes);
    }

    static Set<Integer> allRoutes() {
        return IntStream.rangeClosed(1, 15).boxed().collect(Collectors.toSet());
    }

    private People() {}
}
