package org.occupationalstandards.standards.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.LeftOut;

/** What is marked as required is missed wherever the command can be given, and nothing else is. */
class RequiredFieldsTest {

    @ParameterizedTest
    @EnumSource
    void whatIsMarkedIsWhatIsMissed(GroupCommandName name) {
        var leftOut = new LeftOut<GroupCommand>(
                name.record(),
                name == GroupCommandName.FORM
                        ? Map.of("group", UUID.randomUUID().toString())
                        : Map.of());
        GroupTable.situations()
                .values()
                .forEach(state -> GroupTable.callers()
                        .values()
                        .forEach(caller -> leftOut.of(
                                GroupTable.command(name),
                                command -> GroupRules.decide(
                                        command, state, GroupTable.by(caller), RequiredFieldsTest::registered))));

        assertThat(leftOut.missed()).isEqualTo(LeftOut.required(name.record()));
    }

    /** The register of employers knows how it is called and how large it is. */
    private static Optional<MemberEmployer> registered(UUID employer) {
        return Optional.of(new MemberEmployer(employer, "Stranger", EmployerSize.SMALL, true));
    }
}
