package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Completeness;
import org.occupationalstandards.standards.lifecycle.content.Content;

/** Whatever people do, and in whatever order: no state contradicts another, and no consumer has to complain. */
class RandomLivesTest {

    private static final int STEPS = 400;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noStateContradictsAnother(@ForAll long seed) {
        var life = new RandomLife(seed);
        for (int i = 0; i < STEPS; i++) {
            RandomLife.Step step = life.step();
            if (step != null) {
                everyEventChanges(step);
                draftsBecomeWhatWasAsked(step);
                challengesAreDecided(step);
                List<StandardEvent> all = life.history().events();
                onlyWhoMayDecides(
                        step, all.subList(0, all.size() - step.events().size()));
                consistent(step.after());
            }
        }
        StandardState replayed = StandardState.none();
        for (StandardEvent event : life.history().events()) {
            replayed = replayed.after(event);
        }
        assertThat(replayed).isEqualTo(life.history().state());
        assertThat(ConsumerOracle.complaints(
                        life.history().events(), life.history().state()))
                .isEmpty();
    }

    /** Lives that end before anything happens would prove nothing: together they see every event there is. */
    @Test
    void theLivesSeeEveryEvent() {
        Set<Class<?>> seen = new HashSet<>();
        var stages = new TreeMap<Stage, Integer>();
        int versions = 0;
        for (int seed = 0; seed < 300; seed++) {
            var life = new RandomLife(seed);
            for (int i = 0; i < STEPS; i++) {
                life.step();
                stages.merge(life.history().state().stage(), 1, Integer::sum);
            }
            life.history().events().forEach(event -> seen.add(event.getClass()));
            versions = Math.max(versions, life.history().state().versions().size());
        }
        Set<Class<?>> promised = new HashSet<>();
        for (CommandName name : CommandName.values()) {
            promised.addAll(name.events());
        }
        assertThat(seen).containsAll(promised);
        assertThat(stages.keySet()).contains(Stage.values());
        assertThat(versions).isGreaterThanOrEqualTo(4);
    }

    private static void everyEventChanges(RandomLife.Step step) {
        StandardState state = step.before();
        for (StandardEvent event : step.events()) {
            StandardState after = state.after(event);
            assertThat(after.sequence()).isEqualTo(state.sequence() + 1);
            StandardState otherwiseTheSame = state.next()
                    .sequence(after.sequence())
                    .dates(state.dates().changed(after.dates().lastChanged()))
                    .registeredOnly(after.registeredOnly())
                    .done();
            assertThat(after).as("%s after %s", event, step.command()).isNotEqualTo(otherwiseTheSame);
            assertThat(CommandName.of(step.command()).events()).contains(event.getClass());
            assertThat(event.by()).isEqualTo(step.caller().id());
            if (event instanceof DraftEvent.DraftChanged changed) {
                assertThat(changed.changes()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(changed.changes()).extracting(Change::kind).doesNotContainNull();
            }
            state = after;
        }
        assertThat(state).isEqualTo(step.after());
    }

    /** Events hold differences; what they come to is the whole document that was sent, or the one before. */
    private static void draftsBecomeWhatWasAsked(RandomLife.Step step) {
        Content before = step.before().draft().content();
        Content after = step.after().draft().content();
        if (step.command() instanceof DraftCommand.ChangeDraft change) {
            Content sent = Objects.requireNonNull(change.draft());
            assertThat(after).isEqualTo(sent.title() == null ? sent.withTitle(before.title()) : sent);
        } else if (step.command() instanceof DraftCommand.UndoDraftChange) {
            assertThat(after).isEqualTo(step.before().draft().previous());
        }
    }

    /** A challenge ends with a decision on it, and with nothing else. */
    private static void challengesAreDecided(RandomLife.Step step) {
        if (step.before().decision().challenged() && !(step.command() instanceof ReviewCommand.DecideReview)) {
            Decision before = step.before().decision();
            Decision after = step.after().decision();
            assertThat(after).as("%s", step.command()).isEqualTo(before.carriedOut(after.to()));
        }
    }

    /** Worked out from the state and the events before, without the rulebook. */
    private static void onlyWhoMayDecides(RandomLife.Step step, List<StandardEvent> past) {
        StandardState before = step.before();
        String by = step.caller().id();
        boolean decides = step.events().stream()
                .anyMatch(event -> event instanceof ApprovalEvent.StandardApproved
                        || event instanceof ApprovalEvent.ApprovalAgreedWithConditions
                        || event instanceof ApprovalEvent.ReturnedWithComments
                        || event instanceof ApprovalEvent.ApprovalRejected
                        || event instanceof ProposalEvent.ProposalAccepted
                        || event instanceof ProposalEvent.ProposalAgreedWithConditions
                        || event instanceof ProposalEvent.ProposalRejected);
        if (decides) {
            assertThat(before.proposal().proposers()).as("%s", step.command()).doesNotContain(by);
            assertThat(before.proposal().recommenders()).doesNotContain(by);
            assertThat(before.approval().voters()).doesNotContain(by);
            assertThat(by).isNotEqualTo(before.approval().submittedBy());
            assertThat(before.panel().interests()).extracting(Interest::member).doesNotContain(by);
            assertThat(writers(past)).as("%s after %s", step.command(), past).doesNotContain(by);
            assertThat(overruled(past)).as("%s after %s", step.command(), past).doesNotContain(by);
            assertThat(step.caller().groups()).isNotEqualTo(Collections.singleton(before.owner()));
        }
        if (step.command() instanceof BallotCommand.CastVote && !step.events().isEmpty()) {
            assertThat(writers(past)).as("%s after %s", step.command(), past).doesNotContain(by);
        }
        boolean approves = step.command() instanceof ApprovalCommand.Approve
                && !step.events().isEmpty();
        if (approves && before.draft().changeClass() != ChangeClass.CORRECTION) {
            List<Vote> votes = before.approval().votes();
            assertThat(votes.size())
                    .isGreaterThanOrEqualTo(before.approval().panel().isEmpty() ? 3 : 2);
            assertThat(votes.stream()
                            .filter(vote -> vote.choice() == VoteChoice.YES)
                            .count())
                    .isGreaterThan(votes.stream()
                            .filter(vote -> vote.choice() == VoteChoice.NO)
                            .count());
        }
    }

    /** Who wrote on the version under way, and who asked for it. */
    private static Set<String> writers(List<StandardEvent> past) {
        Set<String> writers = new HashSet<>();
        Map<Integer, String> asked = new HashMap<>();
        for (StandardEvent event : past) {
            switch (event) {
                case DraftEvent.DraftChanged changed -> writers.add(changed.by());
                case VersionEvent.ChangeRequested requested -> asked.put(requested.request(), requested.by());
                case VersionEvent.RevisionStarted started -> {
                    writers.clear();
                    writers.add(Objects.requireNonNull(asked.get(started.request())));
                }
                case EndOfLifeEvent.StandardReinstated again -> writers.clear();
                default -> {}
            }
        }
        return writers;
    }

    /** Whose decision on what is before the committee now did not stand. */
    private static Set<String> overruled(List<StandardEvent> past) {
        Set<String> overruled = new HashSet<>();
        String last = "";
        for (StandardEvent event : past) {
            switch (event) {
                case ProposalEvent.ProposalRejected decided -> last = decided.by();
                case ApprovalEvent.ApprovalRejected decided -> last = decided.by();
                case ReviewEvent.DecisionReopened reopened when reopened.anew() -> overruled.add(last);
                case ProposalEvent.ProposalSubmitted begun -> overruled.clear();
                case ApprovalEvent.SubmittedForApproval begun -> overruled.clear();
                case VersionEvent.RevisionStarted begun -> overruled.clear();
                case EndOfLifeEvent.StandardReinstated begun -> overruled.clear();
                default -> {}
            }
        }
        return overruled;
    }

    private static void consistent(StandardState state) {
        Approval approval = state.approval();
        boolean submitted = state.stage() == Stage.SUBMITTED;
        assertThat(approval.revision() > 0 || (submitted && state.draft().revision() == 0))
                .as("something is submitted")
                .isEqualTo(submitted);
        if (submitted) {
            assertThat(approval.revision()).isEqualTo(state.draft().revision());
            assertThat(Completeness.missing(state.draft().content())).isEmpty();
            assertThat(approval.submittedBy()).isNotNull();
        } else {
            assertThat(approval.votes()).isEmpty();
        }
        assertThat(approval.votes()).extracting(Vote::member).doesNotHaveDuplicates();
        for (Vote vote : approval.votes()) {
            assertThat(state.panel().interested(vote.member())).isFalse();
            assertThat(approval.voters()).contains(vote.member(), vote.castBy());
            assertThat(state.proposal().proposers()).doesNotContain(vote.member(), vote.castBy());
        }
        boolean agreed = (state.stage() == Stage.PROPOSED && state.proposal().agreed())
                || (submitted && approval.agreement() != null);
        assertThat(state.conditions().isEmpty())
                .as("conditions where something was agreed")
                .isNotEqualTo(agreed);
        if (agreed) {
            assertThat(state.conditions()).anyMatch(condition -> !condition.closed());
        }
        if (state.stage() == Stage.IN_CONSULTATION) {
            assertThat(state.consultation().running()).isTrue();
            assertThat(state.consultation().revision()).isEqualTo(state.draft().revision());
        }
        if (state.stage() == Stage.PROPOSED) {
            assertThat(state.owner()).isNotNull();
            assertThat(state.proposal().decisionExpectedBy()).isNotNull();
        }
        ends(state);
    }

    private static void ends(StandardState state) {
        if (state.stage() == Stage.APPROVED || state.stage() == Stage.RETIRING || state.stage() == Stage.RETIRED) {
            assertThat(state.hasVersion()).isTrue();
        }
        if (state.status() == Status.POTENTIAL || state.status() == Status.WITHDRAWN) {
            assertThat(state.version()).isEqualTo("0.0");
        }
        if (state.stage() == Stage.RETIRED || state.stage() == Stage.WITHDRAWN) {
            assertThat(state.products()).allMatch(product -> product.status() == ProductStatus.RETIRED);
            assertThat(state.changeRequests().open()).isEmpty();
        }
        if (!state.hasVersion()) {
            assertThat(state.products())
                    .noneMatch(product -> product.status() == ProductStatus.APPROVED_FOR_DELIVERY
                            || product.status() == ProductStatus.STARTS_PAUSED);
        }
        if (state.endOfLife().lastDay() != null) {
            assertThat(state.stage()).isEqualTo(Stage.RETIRING);
        }
        if (state.endOfLife().withdrawalReason() != null) {
            assertThat(state.stage())
                    .isIn(
                            Stage.POTENTIAL,
                            Stage.PROPOSED,
                            Stage.IN_DEVELOPMENT,
                            Stage.IN_CONSULTATION,
                            Stage.SUBMITTED,
                            Stage.APPROVED);
        }
        assertThat(Objects.requireNonNull(state.title())).isNotEmpty();
    }
}
