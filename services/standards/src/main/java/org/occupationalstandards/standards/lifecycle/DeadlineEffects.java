package org.occupationalstandards.standards.lifecycle;

/** What reminders make of a standard: that they were given. */
final class DeadlineEffects {

    static StandardState after(StandardState state, DeadlineEvent event) {
        return switch (event) {
            case DeadlineEvent.DecisionReminded reminded -> decision(state, false);
            case DeadlineEvent.DecisionEscalated escalated -> decision(state, true);
            case DeadlineEvent.ClosingReminded reminded ->
                state.next()
                        .consultation(state.consultation()
                                .told(true, state.consultation().overdueReminded()))
                        .done();
            case DeadlineEvent.ClosingOverdueReminded reminded ->
                state.next().consultation(state.consultation().told(true, true)).done();
            case DeadlineEvent.WaitingReminded reminded -> waiting(state, reminded.kind(), reminded.number(), false);
            case DeadlineEvent.WaitingEscalated escalated -> waiting(state, escalated.kind(), escalated.number(), true);
        };
    }

    private static StandardState waiting(StandardState state, Waiting.Kind kind, int number, boolean escalated) {
        return state.next()
                .waiting(state.waiting().stream()
                        .map(each -> each.is(kind, number) ? each.told(escalated) : each)
                        .toList())
                .done();
    }

    private static StandardState decision(StandardState state, boolean escalated) {
        return state.stage() == Stage.PROPOSED
                ? state.next().proposal(state.proposal().told(true, escalated)).done()
                : state.next().approval(state.approval().told(true, escalated)).done();
    }

    private DeadlineEffects() {}
}
