package org.occupationalstandards.standards.lifecycle;

import java.util.function.UnaryOperator;

/** What events about conditions make of a standard. */
final class ConditionEffects {

    static StandardState after(StandardState state, ConditionEvent event) {
        return switch (event) {
            case ConditionEvent.ConditionEvidenced evidenced ->
                with(state, evidenced.condition(), condition -> condition.evidenced(evidenced.evidence()));
            case ConditionEvent.ConditionClosed closed ->
                with(state, closed.condition(), condition -> condition.closed(true));
            case ConditionEvent.ConditionReopened reopened ->
                with(state, reopened.condition(), condition -> condition.evidenced(null));
            case ConditionEvent.ConditionsUnsettled unsettled ->
                state.next()
                        .conditions(state.conditions().stream()
                                .map(condition -> condition.closed(false))
                                .toList())
                        .approval(state.approval().onRevision(unsettled.revision()))
                        .done();
        };
    }

    private static StandardState with(StandardState state, int number, UnaryOperator<Condition> change) {
        return state.next()
                .conditions(state.conditions().stream()
                        .map(condition -> condition.number() == number ? change.apply(condition) : condition)
                        .toList())
                .done();
    }

    private ConditionEffects() {}
}
