package org.occupationalstandards.standards.lifecycle;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Contents;

/**
 * One standard, from nothing or from any situation on, to which random people give random commands at random times, mostly
 * such as they are told they may.
 */
public final class RandomLife {

    private static final List<Caller> PEOPLE = List.of(
            People.CHAIR,
            People.MEMBER,
            People.OTHER_CHAIR,
            People.OFFICIAL,
            People.official(2),
            People.panel(1),
            People.panel(2),
            People.panel(3),
            People.panel(4),
            People.panel(5),
            People.COMMITTEE,
            People.OTHER_COMMITTEE,
            People.caller("committee-3", Role.COMMITTEE, Set.of(), Set.of()),
            People.SUBSCRIBER,
            new Caller(
                    "many-hats",
                    Set.of(Role.PANEL_MEMBER, Role.COMMITTEE, Role.OFFICIAL, Role.EMPLOYER_GROUP_CHAIR),
                    Set.of(People.GROUP),
                    People.allRoutes()),
            Caller.system());

    private final Random random;
    private final History history;

    public RandomLife(long seed) {
        this.random = new Random(seed);
        Situation[] beginnings = Situation.values();
        this.history = random.nextInt(3) == 0 ? new History() : beginnings[random.nextInt(beginnings.length)].history();
    }

    History history() {
        return history;
    }

    /** The events so far. */
    public List<StandardEvent> events() {
        return history.events();
    }

    /** What they have come to. */
    public StandardState state() {
        return history.state();
    }

    /** So many more commands. */
    public RandomLife live(int commands) {
        for (int i = 0; i < commands; i++) {
            step();
        }
        return this;
    }

    /** One more command; what came of it, nothing where it was refused. */
    @Nullable
    Step step() {
        if (random.nextInt(6) == 0) {
            history.after(Duration.ofHours(random.nextInt(24 * 40)));
        }
        Caller caller = PEOPLE.get(random.nextInt(PEOPLE.size()));
        StandardCommand command = command(random.nextInt(3) == 0 ? next() : name(caller));
        StandardState before = history.state();
        try {
            return new Step(caller, command, before, history.when(caller, command), history.state());
        } catch (CommandRefused refused) {
            return null;
        }
    }

    /** What came of a command that was accepted. */
    record Step(
            Caller caller,
            StandardCommand command,
            StandardState before,
            List<StandardEvent> events,
            StandardState after) {}

    /** What has to be done next, by whoever it is that got the turn: so that standards get somewhere. */
    private CommandName next() {
        List<WhoseTurn.Turn> turns = WhoseTurn.of(history.state(), history.now(), LifecyclePolicy.defaults());
        return turns.isEmpty()
                ? CommandName.REQUEST_CHANGE
                : turns.get(random.nextInt(turns.size())).command();
    }

    /** Nine times of ten something that is permitted; ending and giving up less often, so that lives grow long. */
    private CommandName name(Caller caller) {
        List<CommandName> permitted = StandardActions.of(history.state(), history.by(caller)).stream()
                .filter(StandardActions.Action::permitted)
                .map(StandardActions.Action::name)
                .filter(name -> !ends(name) || random.nextInt(8) == 0)
                .toList();
        if (permitted.isEmpty() || random.nextInt(10) == 0) {
            CommandName[] all = CommandName.values();
            return all[random.nextInt(all.length)];
        }
        return permitted.get(random.nextInt(permitted.size()));
    }

    private static boolean ends(CommandName name) {
        return switch (name) {
            case WITHDRAW,
                    REJECT,
                    REJECT_PROPOSAL,
                    RETURN_PROPOSAL,
                    RETURN,
                    WITHDRAW_BALLOT,
                    DECLARE_INTEREST,
                    ASSIGN_GROUP -> true;
            default -> false;
        };
    }

    private StandardCommand command(CommandName name) {
        int number = 1 + random.nextInt(4);
        return switch (name) {
            case REGISTER_EXISTING -> register();
            case ACCEPT_PROPOSAL -> new ProposalCommand.AcceptProposal(null, conditions());
            case RECOMMEND_PROPOSAL -> new ProposalCommand.RecommendProposal(random.nextBoolean(), "Because");
            case EVIDENCE_CONDITION -> new ConditionCommand.EvidenceCondition(number, "Letter " + number());
            case CLOSE_CONDITION -> new ConditionCommand.CloseCondition(number, null);
            case REOPEN_CONDITION -> new ConditionCommand.ReopenCondition(number, "No");
            case CHANGE_DRAFT -> new DraftCommand.ChangeDraft(draft());
            case EXTEND_CONSULTATION ->
                new ConsultationCommand.ExtendConsultation(
                        history.now().plus(Duration.ofDays(random.nextInt(190))), "More time");
            case COMMENT -> comment();
            case ANSWER_COMMENT ->
                new ConsultationCommand.AnswerComment(
                        1 + random.nextInt(12), any(Disposition.values()), "Reason " + number());
            case CLOSE_CONSULTATION -> new ConsultationCommand.CloseConsultation(random.nextBoolean() ? "Early" : null);
            case CAST_VOTE ->
                new BallotCommand.CastVote(
                        random.nextInt(4) == 0 ? any(VoteChoice.values()) : VoteChoice.YES,
                        "Reason",
                        null,
                        random.nextInt(5) == 0 ? "panel-" + (1 + random.nextInt(5)) : null);
            case DECLARE_INTEREST ->
                new BallotCommand.DeclareInterest(
                        random.nextBoolean() ? "panel-" + number() : null, "Reason " + number());
            case CLEAR_INTEREST -> new BallotCommand.ClearInterest("panel-" + number(), "Mistaken");
            case DELEGATE_VOTE ->
                new BallotCommand.DelegateVote("panel-" + (1 + random.nextInt(5)), day().plusDays(random.nextInt(400)));
            case OPEN_BALLOT ->
                new BallotCommand.OpenBallot(
                        random.nextBoolean() ? null : List.of("panel-1", "panel-2", "panel-3", "panel-4"), null);
            case APPROVE ->
                new ApprovalCommand.Approve(
                        random.nextInt(4) == 0 ? day().minusDays(random.nextInt(4)) : null,
                        random.nextBoolean() ? null : day().plusDays(random.nextInt(400) - 5),
                        null,
                        conditions(),
                        null);
            case DECIDE_REVIEW -> new ReviewCommand.DecideReview(random.nextBoolean(), List.of("Because"));
            case ACCEPT_CHANGE -> new VersionCommand.AcceptChange(request(), any(ChangeClass.values()), null);
            case DECLINE_CHANGE -> new VersionCommand.DeclineChange(request(), List.of("Fine"));
            case RECLASSIFY_CHANGE -> new VersionCommand.ReclassifyChange(any(ChangeClass.values()), "Because");
            case CORRECT_DATES -> correctDates();
            case ADD_PRODUCT -> product();
            case CHANGE_PRODUCT ->
                new ProductCommand.ChangeProduct(
                        code(),
                        random.nextBoolean() ? null : number(),
                        null,
                        2,
                        10 + number(),
                        null,
                        false,
                        random.nextBoolean(),
                        false,
                        random.nextBoolean() ? null : "Because");
            case APPROVE_PRODUCT -> new ProductCommand.ApproveProduct(code(), null);
            case PAUSE_STARTS -> new ProductCommand.PauseStarts(code(), "Because");
            case RESUME_STARTS -> new ProductCommand.ResumeStarts(code(), null);
            case RETIRE_PRODUCT -> new ProductCommand.RetireProduct(code(), "Because");
            case REINSTATE_PRODUCT -> new ProductCommand.ReinstateProduct(code(), "Because");
            case RECLASSIFY -> new MapCommand.Reclassify(1 + number(), 8 + number(), null, null, "Because");
            case SET_GREEN_THEME -> new MapCommand.SetGreenTheme(any(GreenTheme.values()));
            case PROPOSE_PROGRESSION -> new MapCommand.ProposeProgression("OCC000" + number(), kind());
            case CONFIRM_PROGRESSION -> new MapCommand.ConfirmProgression("OCC000" + number(), kind());
            case REMOVE_PROGRESSION -> new MapCommand.RemoveProgression("OCC000" + number(), kind(), "Because");
            case RETIRE ->
                new EndOfLifeCommand.Retire(
                        random.nextBoolean() ? null : day().plusDays(random.nextInt(80)), null, null);
            default -> Examples.of(name);
        };
    }

    private RegisterExisting register() {
        Status status = any(Status.values());
        boolean versioned = status == Status.APPROVED || status == Status.RETIRED;
        LocalDate from = versioned && random.nextBoolean() ? day().minusDays(random.nextInt(3000)) : null;
        return new RegisterExisting(
                Examples.REFERENCE,
                status,
                versioned ? number() + "." + random.nextInt(3) : null,
                2,
                10,
                null,
                null,
                random.nextBoolean() ? People.GROUP : null,
                null,
                null,
                null,
                from,
                status == Status.RETIRED && from != null ? from.plusDays(random.nextInt(100)) : null,
                draft().withTitle("Title"),
                random.nextBoolean()
                        ? null
                        : List.of(new Product(
                                ProductType.APPRENTICESHIP,
                                "ST000" + number(),
                                random.nextBoolean() ? null : number(),
                                null,
                                any(ProductStatus.values()),
                                null,
                                null,
                                null,
                                false,
                                false,
                                false)),
                null,
                null);
    }

    private ConsultationCommand.CommentOnDraft comment() {
        @Nullable UUID id = random.nextBoolean() ? null : Examples.id("k1");
        return new ConsultationCommand.CommentOnDraft(
                id == null ? null : Change.Part.KNOWLEDGE, id, null, "Comment " + number());
    }

    private VersionCommand.CorrectDates correctDates() {
        List<Version> versions = history.state().versions();
        String version = versions.isEmpty()
                ? "1.0"
                : versions.get(random.nextInt(versions.size())).number();
        return new VersionCommand.CorrectDates(
                version,
                random.nextBoolean() ? null : day().minusDays(random.nextInt(400)),
                day().plusDays(random.nextInt(800) - 400),
                "Was a slip");
    }

    private ProductCommand.AddProduct product() {
        return new ProductCommand.AddProduct(
                ProductType.APPRENTICESHIP,
                "ST000" + number(),
                random.nextBoolean() ? null : number(),
                null,
                2,
                12,
                null,
                random.nextBoolean(),
                false,
                false);
    }

    /** Half of the time complete, so that standards come to be approved. */
    private Content draft() {
        return switch (random.nextInt(4)) {
            case 0 -> Contents.draw(random);
            case 1 -> Examples.complete();
            default -> Examples.reworded("Summary " + random.nextInt(50));
        };
    }

    private List<String> conditions() {
        return random.nextInt(4) == 0 ? List.of("One", "Two").subList(0, 1 + random.nextInt(2)) : List.of();
    }

    private int request() {
        List<ChangeRequest> open = history.state().changeRequests().open();
        return open.isEmpty() ? number() : open.get(random.nextInt(open.size())).number();
    }

    private String code() {
        List<String> codes = new ArrayList<>(
                history.state().products().stream().map(Product::code).toList());
        codes.add("ST0009");
        return codes.get(random.nextInt(codes.size()));
    }

    private int number() {
        return 1 + random.nextInt(4);
    }

    private ProgressionKind kind() {
        return any(ProgressionKind.values());
    }

    private LocalDate day() {
        return history.by(People.OFFICIAL).today();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
