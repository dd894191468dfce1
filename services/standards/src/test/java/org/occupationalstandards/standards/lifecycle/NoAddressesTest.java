package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** No text of any command brings an e-mail address into an event: what stands there stays for ever. */
class NoAddressesTest {

    private static final String TEXT = "Ring Jane, jane@example.org";
    private static final String REFUSED = "must not hold an e-mail address: events are kept for ever";

    private static final Map<CommandName, Map<String, Map<Situation, Outcome>>> TABLE = Outcome.table();

    /** Names out of a list, and ids of people: each is refused as what it is. */
    private static final Set<String> NO_PROSE =
            Set.of("field", "zone", "version", "code", "member", "to", "onBehalfOf", "panel");

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void noTextOfACommandHoldsAnAddress(CommandName name) {
        for (RecordComponent component : name.record().getRecordComponents()) {
            Object text = text(component.getGenericType());
            if (text == null) {
                continue;
            }
            StandardCommand command = with(component.getName(), text, Examples.of(name));
            CommandRefused refused = catchThrowableOfType(CommandRefused.class, () -> wherePermitted(name, command));
            assertThat(refused).as("%s was not refused", command).isNotNull();
            assertThat(refused.refusal()).isEqualTo(Refusal.INVALID_INPUT);
            assertThat(refused.problems())
                    .as("%s", command)
                    .anyMatch(problem -> problem.pointer().startsWith("/" + component.getName())
                            && (problem.message().equals(REFUSED) || NO_PROSE.contains(component.getName())));
        }
    }

    /** Gives it where, and by whom, it would be accepted but for that text. */
    private static void wherePermitted(CommandName name, StandardCommand command) {
        var callers = Objects.requireNonNull(TABLE.get(name));
        for (Caller caller : Outcome.CALLERS) {
            for (Map.Entry<Situation, Outcome> outcome :
                    Objects.requireNonNull(callers.get(caller.id())).entrySet()) {
                if (outcome.getValue().permitted()) {
                    History history = outcome.getKey().history();
                    StandardLifecycle.decide(command, history.state(), Outcome.by(history, caller));
                    return;
                }
            }
        }
        throw new AssertionError(name + " is permitted nowhere");
    }

    private static @Nullable Object text(Type type) {
        if (type == String.class) {
            return TEXT;
        }
        boolean texts = type instanceof ParameterizedType list && list.getActualTypeArguments()[0] == String.class;
        return texts ? List.of(TEXT) : null;
    }

    private static StandardCommand with(String component, Object text, StandardCommand command) {
        try {
            RecordComponent[] components = command.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals(component)
                        ? text
                        : components[i].getAccessor().invoke(command);
            }
            var constructor = command.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            return (StandardCommand) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void neitherDoWhatACommandHoldsInParts() {
        assertThat(Examples.potential()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.CHAIR,
                                new ProposalCommand.SaveProposal(
                                        null,
                                        List.of(new GroupEmployer(TEXT, EmployerSize.SMALL)),
                                        List.of("Fine", TEXT),
                                        null,
                                        null,
                                        null,
                                        TEXT,
                                        null)))
                .containsExactly(
                        new Problem("/employers/0/name", REFUSED),
                        new Problem("/duties/1", REFUSED),
                        new Problem("/transferability", REFUSED));
        assertThat(Examples.inDevelopment()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.CHAIR,
                                new DraftCommand.ChangeDraft(Examples.reworded(TEXT))))
                .containsExactly(new Problem("/summary", REFUSED));
    }

    @Test
    void neitherDoesAStandardThatIsTakenOver() {
        var product = new Product(
                ProductType.APPRENTICESHIP,
                "ST0218",
                null,
                TEXT,
                ProductStatus.IN_DEVELOPMENT,
                null,
                null,
                null,
                false,
                false,
                false);
        Content content = Examples.reworded(TEXT);
        var command = new RegisterExisting(
                "OCC0218",
                Status.POTENTIAL,
                "0.0",
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                content,
                List.of(product),
                null,
                null);

        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, command))
                .containsExactly(new Problem("/content/summary", REFUSED), new Problem("/products/0/title", REFUSED));
    }
}
