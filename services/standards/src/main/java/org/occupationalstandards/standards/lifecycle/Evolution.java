package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What each event makes of a standard. No rules here: what has happened has happened. */
final class Evolution {

    static StandardState after(StandardState state, StandardEvent event) {
        StandardState after = switch (event) {
            case ProposalEvent about -> ProposalEffects.after(state, about);
            case ConditionEvent about -> ConditionEffects.after(state, about);
            case DraftEvent about -> DraftEffects.after(state, about);
            case ConsultationEvent about -> ConsultationEffects.after(state, about);
            case BallotEvent about -> BallotEffects.after(state, about);
            case ApprovalEvent about -> ApprovalEffects.after(state, about);
            case ReviewEvent about -> ReviewEffects.after(state, about);
            case VersionEvent about -> VersionEffects.after(state, about);
            case ProductEvent about -> ProductEffects.after(state, about);
            case MapEvent about -> MapEffects.after(state, about);
            case EndOfLifeEvent about -> EndOfLifeEffects.after(state, about);
            case DeadlineEvent about -> DeadlineEffects.after(state, about);
            case StandardRegistered registered -> RegistrationEffects.after(state, registered);
        };
        return after.next()
                .sequence(state.sequence() + 1)
                .hands(state.hands().after(state, event))
                .registeredOnly(event instanceof StandardRegistered
                        || event instanceof VersionEvent.VersionTookEffect && state.registeredOnly())
                .waiting(Waiting.after(after.waiting(), after, event.at()))
                .dates(after.dates().changed(event.at()))
                .done();
    }

    static <T> List<T> and(List<T> list, T another) {
        return Stream.concat(list.stream(), Stream.of(another)).toList();
    }

    static List<Condition> conditions(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Condition(i + 1, texts.get(i), null, false))
                .toList();
    }

    private Evolution() {}
}
