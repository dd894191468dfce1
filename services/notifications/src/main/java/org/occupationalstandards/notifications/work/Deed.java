package org.occupationalstandards.notifications.work;

import java.util.Map;

/** What was done, as people read it afterwards: a command says what it will do, a mail says what has happened. */
final class Deed {

    private static final Map<String, String> PAST = Map.ofEntries(
            Map.entry("propose", "A new occupation was proposed."),
            Map.entry("register-existing", "A standard that already exists was taken over."),
            Map.entry("save-proposal", "What the group will say for its proposal was changed."),
            Map.entry("submit-proposal", "The group submitted its proposal."),
            Map.entry("confirm-readiness", "An official confirmed that the proposal is ready."),
            Map.entry("return-proposal", "An official gave the proposal back to the group, with reasons."),
            Map.entry("recommend-proposal", "The panel made its recommendation on the proposal."),
            Map.entry(
                    "accept-proposal",
                    "The committee agreed to the proposal; where it named conditions, they have to be met first."),
            Map.entry("reject-proposal", "The committee rejected the proposal; the group may propose again."),
            Map.entry("assign-group", "The standard was given to an employer group."),
            Map.entry("evidence-condition", "The group showed how a condition is met."),
            Map.entry(
                    "close-condition",
                    "A condition was found to be met; with the last one, what was agreed takes effect."),
            Map.entry("reopen-condition", "A condition was found not to be met; the group has to show it again."),
            Map.entry(
                    "change-draft",
                    "The draft was changed; where it had been submitted, all votes on it are void and closed conditions are open again."),
            Map.entry(
                    "undo-draft-change",
                    "The last change of the draft was taken back; where it had been submitted, all votes on it are void and closed conditions are open again."),
            Map.entry("open-consultation", "A consultation was opened; the draft holds still until it closes."),
            Map.entry("extend-consultation", "The consultation was given more time."),
            Map.entry("comment", "A comment was made in the consultation."),
            Map.entry("answer-comment", "A comment was answered."),
            Map.entry("close-consultation", "The consultation was closed."),
            Map.entry("submit", "The draft was sent for approval; the panel votes on exactly this revision."),
            Map.entry("cast-vote", "A member of the panel voted."),
            Map.entry("declare-interest", "An interest was declared; whoever has it neither votes nor decides."),
            Map.entry("clear-interest", "A declared interest was found not to exist, or no longer."),
            Map.entry("delegate-vote", "A member of the panel lets another one vote in their place."),
            Map.entry("revoke-delegation", "A member of the panel took a delegation back."),
            Map.entry("withdraw-ballot", "The ballot was called off; its votes are void."),
            Map.entry("open-ballot", "The panel was called to vote."),
            Map.entry(
                    "approve",
                    "The committee approved the draft as the next version; where it named conditions, they have to be met first."),
            Map.entry("return", "The committee gave the draft back to the group, with comments."),
            Map.entry(
                    "reject",
                    "The committee rejected the draft; the occupation is potential again, or stays at its version in force."),
            Map.entry("ask-for-review", "The last decision was challenged; nothing new starts until that is decided."),
            Map.entry("decide-review", "The challenge of the last decision was decided on."),
            Map.entry("reopen-decision", "The last return, rejection or withdrawal was taken back."),
            Map.entry("request-change", "A change was asked for; an official decides what class of change it is."),
            Map.entry("accept-change", "Work on the next version began; the one in force stays until then."),
            Map.entry("decline-change", "A change that was asked for was declined, with reasons."),
            Map.entry("reclassify-change", "The version under way was put into another class of change."),
            Map.entry("correct-dates", "The dates of a version were put right."),
            Map.entry("add-product", "A product was added, in development."),
            Map.entry("change-product", "The attributes of a product were changed."),
            Map.entry("approve-product", "A product was approved for delivery."),
            Map.entry("pause-starts", "A product was closed to new starts for the time being."),
            Map.entry("resume-starts", "A product was opened to new starts again."),
            Map.entry("retire-product", "A product was retired; the standard stays."),
            Map.entry("reinstate-product", "A retired product was brought back, in development."),
            Map.entry("reclassify", "The occupation was moved to another level, route, pathway or cluster."),
            Map.entry("set-green-theme", "How green the occupation is was set."),
            Map.entry("propose-progression", "A link to an occupation to which one can go on was proposed."),
            Map.entry("confirm-progression", "A proposed link to another occupation was confirmed and published."),
            Map.entry("remove-progression", "A link to another occupation was taken away, with a reason."),
            Map.entry("request-withdrawal", "The group asked to give up the work that is under way."),
            Map.entry(
                    "decline-withdrawal",
                    "The work goes on that the group had asked to give up; an official said why."),
            Map.entry("take-back-withdrawal", "The group does not want to give up any more."),
            Map.entry("withdraw", "The work that was under way was given up; a version in force stays in force."),
            Map.entry("propose-retirement", "The public is asked whether the standard should end."),
            Map.entry("retire", "The committee decided that the standard and its products end."),
            Map.entry("decline-retirement", "The committee decided to keep the standard."),
            Map.entry("name-replacement", "It was said which standard takes the place of this one."),
            Map.entry("reinstate", "The occupation was brought back as potential."),
            Map.entry("remind-of-decision", "Reminder: a decision is expected soon."),
            Map.entry("escalate-decision", "Overdue: the decision that was expected has not been made."),
            Map.entry("remind-of-closing", "Reminder: the consultation closes soon."),
            Map.entry(
                    "remind-to-close",
                    "Overdue: the consultation is past its closing time and waits for answers and its end."),
            Map.entry(
                    "remind-of-waiting",
                    "Reminder: a review, a condition, a change request or a retirement is to be dealt with soon."),
            Map.entry(
                    "escalate-waiting",
                    "Overdue: a review, a condition, a change request or a retirement has not been dealt with."),
            Map.entry("bring-into-force", "The first day of a version has come: it is in force."),
            Map.entry("complete-retirement", "The last day of the standard has passed: it is retired."));

    /** @return for a command that this version does not know what the command says that it does */
    static String of(Telling telling) {
        return PAST.getOrDefault(telling.command(), telling.does());
    }

    private Deed() {}
}
