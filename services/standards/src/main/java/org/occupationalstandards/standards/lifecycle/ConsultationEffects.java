package org.occupationalstandards.standards.lifecycle;

/** What events in a consultation make of a standard. */
final class ConsultationEffects {

    static StandardState after(StandardState state, ConsultationEvent event) {
        Consultation consultation = state.consultation();
        return switch (event) {
            case ConsultationEvent.ConsultationOpened opened ->
                state.next()
                        .stage(Stage.IN_CONSULTATION)
                        .draft(state.draft().openedToComments())
                        .consultation(Consultation.opened(opened.revision(), opened.closesAt(), opened.zone()))
                        .done();
            case ConsultationEvent.ConsultationExtended extended ->
                state.next()
                        .consultation(consultation.extended(extended.closesAt()))
                        .done();
            case ConsultationEvent.CommentMade made ->
                state.next()
                        .consultation(consultation.with(new Comment(
                                made.comment(),
                                made.part(),
                                made.id(),
                                made.field(),
                                made.text(),
                                made.by(),
                                null,
                                null)))
                        .done();
            case ConsultationEvent.CommentAnswered answered ->
                state.next().consultation(answered(consultation, answered)).done();
            case ConsultationEvent.ConsultationClosed closed ->
                state.next()
                        .stage(state.stage() == Stage.IN_CONSULTATION ? Stage.IN_DEVELOPMENT : state.stage())
                        .consultation(consultation.closed())
                        .done();
        };
    }

    private static Consultation answered(Consultation consultation, ConsultationEvent.CommentAnswered event) {
        return consultation.comments().stream()
                .filter(comment -> comment.number() == event.comment())
                .findFirst()
                .map(comment -> consultation.with(comment.answered(event.disposition(), event.reason())))
                .orElse(consultation);
    }

    private ConsultationEffects() {}
}
