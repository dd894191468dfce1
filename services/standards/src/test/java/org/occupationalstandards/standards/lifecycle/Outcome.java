package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What came of a command: events, nothing, or a refusal. */
record Outcome(List<Class<? extends StandardEvent>> events, Set<Refusal> refusal) {

    static final List<Caller> CALLERS = List.of(
            People.CHAIR,
            People.OTHER_CHAIR,
            People.MEMBER,
            People.CO_CHAIR,
            People.OFFICIAL,
            People.official(2),
            People.panel(4),
            People.EMPLOYED_PANEL,
            People.DIGITAL_PANEL,
            People.OTHER_COMMITTEE,
            People.SUBSCRIBER,
            Caller.system());

    /** Refusals that look at what the command says, or at the one thing that it names. */
    private static final Set<Refusal> BY_BODY = Set.of(Refusal.INVALID_INPUT, Refusal.EXPLANATION_MISSING);

    /** The group of the examples, registered. */
    private static final EmployerGroup GROUP = new EmployerGroup(
            People.GROUP,
            "Healthcare science",
            Set.of(People.HOSPITAL),
            Set.of("chair", "co-chair", "member"),
            "chair",
            "co-chair",
            Objects.requireNonNull(Examples.submitProposal().employers()),
            false);

    static Circumstances by(History history, Caller caller) {
        return Circumstances.of(
                caller,
                history.now(),
                LifecyclePolicy.defaults(),
                history.state().owner(),
                Map.of(GROUP.id(), GROUP),
                reference -> true);
    }

    static Outcome of(History history, Caller caller, StandardCommand command) {
        try {
            return new Outcome(
                    StandardLifecycle.decide(command, history.state(), by(history, caller)).stream()
                            .<Class<? extends StandardEvent>>map(StandardEvent::getClass)
                            .distinct()
                            .toList(),
                    Set.of());
        } catch (CommandRefused refused) {
            return new Outcome(List.of(), Set.of(refused.refusal()));
        }
    }

    static Map<CommandName, Map<String, Map<Situation, Outcome>>> table() {
        Map<CommandName, Map<String, Map<Situation, Outcome>>> table = new LinkedHashMap<>();
        List<History> histories = new ArrayList<>();
        for (Situation situation : Situation.values()) {
            histories.add(situation.history());
        }
        for (CommandName name : CommandName.values()) {
            Map<String, Map<Situation, Outcome>> callers = new LinkedHashMap<>();
            for (Caller caller : CALLERS) {
                Map<Situation, Outcome> outcomes = new LinkedHashMap<>();
                for (Situation situation : Situation.values()) {
                    outcomes.put(situation, of(histories.get(situation.ordinal()), caller, Examples.of(name)));
                }
                callers.put(caller.id(), outcomes);
            }
            table.put(name, callers);
        }
        return table;
    }

    boolean permitted() {
        return refusal.isEmpty();
    }

    boolean dependsOnTheBody() {
        return refusal.stream().anyMatch(BY_BODY::contains);
    }

    String says() {
        if (!permitted()) {
            return refusal.stream().map(each -> "`" + each + "`").collect(Collectors.joining());
        }
        return events.isEmpty()
                ? "nothing changes"
                : events.stream()
                        .map(event -> "**" + event.getSimpleName() + "**")
                        .collect(Collectors.joining(", "));
    }
}
