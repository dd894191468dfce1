package org.occupationalstandards.standards.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Rules of asking everybody: about the draft, which holds still meanwhile, or about a retirement. */
final class ConsultationRules {

    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        Consultation consultation = state.consultation();
        if (!consultation.running()) {
            throw new CommandRefused(Refusal.CONSULTATION_OVER, List.of());
        }
        boolean open = consultation.openAt(circumstances.now());
        if (name == CommandName.COMMENT && !open) {
            throw new CommandRefused(Refusal.CONSULTATION_OVER, "It closed at " + consultation.closesAt() + ".");
        }
        if (name == CommandName.CLOSE_CONSULTATION) {
            if (open && !circumstances.caller().acts(Role.OFFICIAL)) {
                throw early(consultation);
            }
            answered(consultation);
        }
    }

    private static CommandRefused early(Consultation consultation) {
        return new CommandRefused(
                Refusal.CONSULTATION_STILL_OPEN,
                "It closes at " + consultation.closesAt() + "; only an official can end it before, with a reason.");
    }

    private static void answered(Consultation consultation) {
        List<Problem> unanswered = consultation.unanswered().stream()
                .map(comment ->
                        new Problem("/comments/" + comment.number(), "Comment " + comment.number() + " has no answer"))
                .toList();
        if (!unanswered.isEmpty()) {
            throw new CommandRefused(Refusal.COMMENTS_UNANSWERED, unanswered);
        }
    }

    static List<StandardEvent> decide(ConsultationCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ConsultationCommand.OpenConsultation open -> open(open, state, circumstances);
            case ConsultationCommand.ExtendConsultation extend -> extend(extend, state, circumstances);
            case ConsultationCommand.CommentOnDraft comment -> comment(comment, state, circumstances);
            case ConsultationCommand.AnswerComment answer -> answer(answer, state, circumstances);
            case ConsultationCommand.CloseConsultation close -> close(close, state, circumstances);
        };
    }

    private static List<StandardEvent> open(
            ConsultationCommand.OpenConsultation command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        Instant usual = circumstances.now().plus(policy.consultations().length());
        Instant closesAt = objections.closing(
                Objects.requireNonNullElse(command.closesAt(), usual),
                policy.consultations().shortest(),
                circumstances);
        String zone = objections.zone(command.zone(), "/zone", policy.zone());
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ConsultationEvent.ConsultationOpened(
                state.draft().revision(), closesAt, zone, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> extend(
            ConsultationCommand.ExtendConsultation command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        Instant before = Objects.requireNonNullElse(state.consultation().closesAt(), Instant.MIN);
        Instant closesAt = objections.given(
                command.closesAt(), "/closesAt", circumstances.now().plusSeconds(1));
        if (command.closesAt() != null) {
            objections.closing(closesAt, Duration.ZERO, circumstances);
            objections.unless(closesAt.isAfter(before), "/closesAt", "must be later than it is now, " + before);
        }
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(
                new ConsultationEvent.ConsultationExtended(closesAt, reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> comment(
            ConsultationCommand.CommentOnDraft command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        String text = objections.text(command.text(), "/text", policy.reason());
        Content content = state.hasVersion() && state.stage() == Stage.RETIRING
                ? state.versions().getLast().content()
                : state.draft().content();
        about(command, content, objections);
        int number = state.consultation().comments().size() + 1;
        objections.unless(
                number <= policy.consultations().comments(),
                "",
                "There are %,d comments; a consultation takes no more".formatted(number - 1));
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ConsultationEvent.CommentMade(
                number, command.part(), command.id(), command.field(), text, circumstances.by(), circumstances.now()));
    }

    /** A comment is on the whole, on a field by its name, or on a statement, duty or option by its id. */
    private static void about(ConsultationCommand.CommentOnDraft command, Content content, Objections objections) {
        Part part = command.part();
        UUID id = command.id();
        if (part == null || part == Part.FIELD) {
            objections.unless(id == null, "/id", "is given, but part names no statement, duty or option");
        }
        if (part == Part.FIELD) {
            objections.unless(
                    ContentDiff.fields().contains(String.valueOf(command.field())),
                    "/field",
                    "must be one of " + String.join(", ", ContentDiff.fields()));
            return;
        }
        objections.unless(command.field() == null, "/field", "is given, but part is not field");
        if (part != null) {
            Map<UUID, String> labels = ContentDiff.labels(content);
            String label = id == null ? null : labels.get(id);
            objections.unless(
                    label != null && part.labels(label),
                    "/id",
                    "is the id of no %s that is consulted on"
                            .formatted(part.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static List<StandardEvent> answer(
            ConsultationCommand.AnswerComment command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        List<Comment> comments = state.consultation().comments();
        @Nullable
        Comment comment = comments.stream()
                .filter(each -> Objects.equals(each.number(), command.comment()))
                .findFirst()
                .orElse(null);
        objections.unless(comment != null, "/comment", "must be the number of a comment, 1 to " + comments.size());
        Disposition disposition = objections.given(command.disposition(), "/disposition", Disposition.ACCEPTED);
        String reason = disposition == Disposition.ACCEPTED
                ? objections.optionalReason(command.reason(), circumstances)
                : objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        if (comment == null || (disposition == comment.disposition() && Objects.equals(reason, comment.answer()))) {
            return List.of();
        }
        return List.of(new ConsultationEvent.CommentAnswered(
                comment.number(), disposition, reason, circumstances.by(), circumstances.now()));
    }

    /** Ending early is an official's decision, with a reason. */
    private static List<StandardEvent> close(
            ConsultationCommand.CloseConsultation command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.optionalReason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        boolean early = state.consultation().openAt(circumstances.now());
        if (early && reason == null) {
            throw early(state.consultation());
        }
        return List.of(new ConsultationEvent.ConsultationClosed(
                early ? reason : null, circumstances.by(), circumstances.now()));
    }

    private ConsultationRules() {}
}
