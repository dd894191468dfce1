package org.occupationalstandards.identity.example;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.occupationalstandards.identity.people.Person;

/**
 * One of the example set-up: a person who signs in by a form, and a machine client of the same name that acts as that person.
 *
 * @param username also the password, the client id and the client secret
 */
record ExamplePerson(
        String username,
        String name,
        List<String> roles,
        List<UUID> groups,
        List<Integer> routes,
        List<UUID> employers) {

    /** The employer group that owns the worked example, OCC0218. */
    static final UUID GROUP = UUID.fromString("6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218");

    /** Another employer group, which may not touch the first one's standards. */
    static final UUID OTHER_GROUP = UUID.fromString("6f1c7b1e-0999-4a7e-9d52-3c1b6f0a0999");

    /** Moorfields Eye Hospital in the register of employers: it belongs to the group that owns the worked example. */
    static final UUID EMPLOYER = UUID.fromString("97ab46a6-059d-3c91-b0ac-41f986d4b68d");

    private static final List<Integer> ALL_ROUTES =
            IntStream.rangeClosed(1, 15).boxed().toList();

    private static final int DIGITAL = 7;

    static List<ExamplePerson> all() {
        return Stream.concat(
                        Stream.of(
                                of("chair", "Chair of the example group", "employer-group-chair", GROUP),
                                of("member", "Member of the example group", "employer-group-member", GROUP),
                                of("other-chair", "Chair of another group", "employer-group-chair", OTHER_GROUP),
                                of("official", "Official", "official"),
                                panelMember("panel-digital", "Panel member for digital", List.of(DIGITAL), List.of()),
                                of("committee", "Committee member 1", "committee"),
                                of("committee-2", "Committee member 2", "committee"),
                                of("subscriber", "Subscriber", "subscriber"),
                                of("other-subscriber", "Another subscriber", "subscriber"),
                                of("service", "One of the project's services", "service")),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(n -> panelMember(
                                        "panel-" + n,
                                        "Panel member " + n,
                                        ALL_ROUTES,
                                        n == 5 ? List.of(EMPLOYER) : List.of())))
                .toList();
    }

    private static ExamplePerson of(String username, String name, String role, UUID... groups) {
        return new ExamplePerson(username, name, List.of(role), List.of(groups), List.of(), List.of());
    }

    private static ExamplePerson panelMember(String username, String name, List<Integer> routes, List<UUID> employers) {
        return new ExamplePerson(username, name, List.of("panel-member"), List.of(), routes, employers);
    }

    /** The same on every machine, so that examples can be compared; and not to be guessed from by anything but this rule. */
    Person person() {
        var id = UUID.nameUUIDFromBytes(
                ("example person of the occupational standards: " + username).getBytes(StandardCharsets.UTF_8));
        return new Person(id, name, roles, groups, routes, employers);
    }
}
