package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change.Kind;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Rules of submitting the finished draft, and of the committee's decision on it. */
final class ApprovalRules {

    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        if (name == CommandName.SUBMIT) {
            finished(state, circumstances.policy());
            return;
        }
        if (name == CommandName.APPROVE && state.approval().agreement() != null) {
            throw new CommandRefused(Refusal.ALREADY_DECIDED, List.of());
        }
        Independence.mayDecide(state, circumstances);
        if (name == CommandName.APPROVE) {
            finished(state, circumstances.policy());
            BallotRules.carried(state, circumstances);
            if (state.approval().explanation() == null) {
                unchangedSinceConsultation(
                        state,
                        "has changed since it was consulted on, which the submission does not explain: return it");
            }
        }
    }

    /**
     * Approvers see only complete drafts that have been consulted on; and they approve nothing else, however it came before
     * them.
     */
    static void finished(StandardState state, LifecyclePolicy policy) {
        DraftRules.complete(state.draft().content());
        ofItsClass(state.draft().content(), state, policy);
        if (policy.consultations().requiredFor().contains(state.draft().changeClass())
                && !state.consultation().done()) {
            throw new CommandRefused(Refusal.CONSULTATION_MISSING, List.of());
        }
    }

    /** What is to be approved as a correction says the same as before in other words. */
    static void ofItsClass(Content content, StandardState state, LifecyclePolicy policy) {
        List<Problem> parts = beyondItsClass(content, state, policy);
        if (!parts.isEmpty()) {
            throw new CommandRefused(Refusal.NOT_A_CORRECTION, parts);
        }
    }

    static List<Problem> beyondItsClass(Content content, StandardState state, LifecyclePolicy policy) {
        if (state.draft().changeClass() != ChangeClass.CORRECTION
                || !policy.decisions().correctionsKeepParts()
                || state.versions().isEmpty()) {
            return List.of();
        }
        return ContentDiff.between(state.versions().getLast().content(), content).stream()
                .filter(change -> change.part() != Part.FIELD && change.field() == null)
                .filter(change -> change.kind() == Kind.ADDED || change.kind() == Kind.REMOVED)
                .map(change -> change.kind() == Kind.ADDED
                        ? new Problem("/" + change.labelAfter(), "is added: " + change.after())
                        : new Problem("/" + change.labelBefore(), "is removed: " + change.before()))
                .toList();
    }

    static List<StandardEvent> decide(ApprovalCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ApprovalCommand.SubmitForApproval submit -> submit(submit, state, circumstances);
            case ApprovalCommand.Approve approve -> approve(approve, state, circumstances);
            case ApprovalCommand.Return giveBack -> giveBack(giveBack, state, circumstances);
            case ApprovalCommand.Reject reject -> reject(reject, state, circumstances);
        };
    }

    private static List<StandardEvent> submit(
            ApprovalCommand.SubmitForApproval command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        String note = objections.optionalText(command.note(), "/note", policy.reason());
        String explanation = objections.optionalText(command.explanation(), "/explanation", policy.reason());
        objections.raise(Refusal.INVALID_INPUT);
        if (explanation == null) {
            unchangedSinceConsultation(state, "has changed since it was consulted on");
        }
        return List.of(new ApprovalEvent.SubmittedForApproval(
                state.draft().revision(),
                circumstances.now().plus(policy.decisions().expectedWithin()),
                note,
                explanation,
                circumstances.by(),
                circumstances.now()));
    }

    /** Whoever commented on one text and finds another one approved is owed the reason. */
    private static void unchangedSinceConsultation(StandardState state, String otherwise) {
        List<Problem> changed = state.changedSinceConsultation().stream()
                .map(change -> new Problem("/" + change.place(), otherwise))
                .distinct()
                .toList();
        if (!changed.isEmpty()) {
            throw new CommandRefused(Refusal.EXPLANATION_MISSING, changed);
        }
    }

    private static List<StandardEvent> approve(
            ApprovalCommand.Approve command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String note = objections.optionalText(
                command.changeNote(), "/changeNote", circumstances.policy().reason());
        LocalDate decidedOn = decidedOn(command.decidedOn(), state, circumstances, objections);
        LocalDate effectiveFrom = effectiveFrom(command.effectiveFrom(), decidedOn, state, circumstances, objections);
        List<String> conditions = objections.conditions(command.conditions(), "/conditions", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        BallotRules.onRevision(command.revision(), state);
        return List.of(
                conditions.isEmpty()
                        ? approved(decidedOn, effectiveFrom, note, state, circumstances)
                        : new ApprovalEvent.ApprovalAgreedWithConditions(
                                conditions,
                                decidedOn,
                                command.effectiveFrom(),
                                note,
                                circumstances.by(),
                                circumstances.now()));
    }

    /** What was agreed with conditions, now that they are met: decided today, in force as agreed or as soon as possible. */
    static StandardEvent agreed(StandardState state, Circumstances circumstances) {
        var agreement = Objects.requireNonNull(state.approval().agreement());
        LocalDate today = circumstances.today();
        LocalDate earliest = earliest(today, state);
        LocalDate asked = Objects.requireNonNullElse(agreement.effectiveFrom(), earliest);
        return approved(
                today, asked.isBefore(earliest) ? earliest : asked, agreement.changeNote(), state, circumstances);
    }

    private static StandardEvent approved(
            LocalDate decidedOn,
            LocalDate effectiveFrom,
            @Nullable String note,
            StandardState state,
            Circumstances circumstances) {
        return new ApprovalEvent.StandardApproved(
                state.nextVersion(),
                state.draft().changeClass(),
                state.draft().content(),
                decidedOn,
                effectiveFrom,
                note,
                circumstances.by(),
                circumstances.now());
    }

    /** A decision may be recorded some days after it was taken, but not before the draft was submitted. */
    private static LocalDate decidedOn(
            @Nullable LocalDate given, StandardState state, Circumstances circumstances, Objections objections) {
        LocalDate today = circumstances.today();
        LocalDate day = Objects.requireNonNullElse(given, today);
        LocalDate submitted = LocalDate.ofInstant(
                Objects.requireNonNullElse(state.approval().submittedAt(), circumstances.now()),
                circumstances.policy().zone());
        objections.unless(
                !day.isBefore(submitted) && !day.isAfter(today),
                "/decidedOn",
                "is %s; must be from the day of submission, %s, to today, %s".formatted(day, submitted, today));
        return day;
    }

    /** A version takes effect on the day of its approval or later, and at least a day after the one before. */
    private static LocalDate effectiveFrom(
            @Nullable LocalDate asked,
            LocalDate decidedOn,
            StandardState state,
            Circumstances circumstances,
            Objections objections) {
        LocalDate earliest = earliest(decidedOn, state);
        LocalDate day = Objects.requireNonNullElse(asked, earliest);
        LocalDate latest = earliest.plus(circumstances.policy().decisions().longestNotice());
        objections.unless(
                !day.isBefore(earliest) && !day.isAfter(latest),
                "/effectiveFrom",
                "is %s; must be from %s to %s".formatted(day, earliest, latest));
        return day;
    }

    private static LocalDate earliest(LocalDate decidedOn, StandardState state) {
        LocalDate earliest = decidedOn;
        if (!state.versions().isEmpty()) {
            Version last = state.versions().getLast();
            LocalDate taken = last.endedOn() != null ? last.endedOn() : last.effectiveFrom();
            if (taken != null && !taken.isBefore(earliest)) {
                earliest = taken.plusDays(1);
            }
        }
        return earliest;
    }

    private static List<StandardEvent> giveBack(
            ApprovalCommand.Return command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        List<String> comments = objections.reasons(command.comments(), "/comments", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        BallotRules.onRevision(command.revision(), state);
        return List.of(new ApprovalEvent.ReturnedWithComments(comments, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> reject(
            ApprovalCommand.Reject command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        BallotRules.onRevision(command.revision(), state);
        return List.of(new ApprovalEvent.ApprovalRejected(
                reasons, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    private ApprovalRules() {}
}
