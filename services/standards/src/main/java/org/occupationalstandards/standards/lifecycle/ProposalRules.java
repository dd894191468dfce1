package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules from spotting an occupation to the decision to develop a standard for it. */
final class ProposalRules {

    static final Pattern REFERENCE = Pattern.compile("OCC\\d{4}[A-Z]?");
    private static final int MOST_EMPLOYERS = 500;
    private static final int MOST_DUTIES = 100;

    static List<StandardEvent> decide(ProposalCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ProposalCommand.ProposeStandard propose -> propose(propose, circumstances);
            case ProposalCommand.SaveProposal save -> save(save, state, circumstances);
            case ProposalCommand.SubmitProposal submit -> submit(submit, state, circumstances);
            case ProposalCommand.ConfirmReadiness confirm -> confirm(confirm, circumstances);
            case ProposalCommand.ReturnProposal giveBack -> giveBack(giveBack, circumstances);
            case ProposalCommand.RecommendProposal recommend -> recommend(recommend, state, circumstances);
            case ProposalCommand.AcceptProposal accept -> accept(accept, circumstances);
            case ProposalCommand.RejectProposal reject -> reject(reject, circumstances);
            case ProposalCommand.AssignGroup assign -> assign(assign, state, circumstances);
        };
    }

    /** An official checks first, then the panel recommends, then the committee decides; nobody does two of these. */
    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        Proposal proposal = state.proposal();
        var policy = circumstances.policy().proposals();
        if (name == CommandName.CONFIRM_READINESS || name == CommandName.RETURN_PROPOSAL) {
            if (proposal.ready()) {
                throw new CommandRefused(Refusal.ALREADY_CONFIRMED, List.of());
            }
            return;
        }
        if (proposal.agreed() && name != CommandName.REJECT_PROPOSAL) {
            throw new CommandRefused(Refusal.ALREADY_DECIDED, List.of());
        }
        if (policy.readinessFirst() && !proposal.ready()) {
            throw new CommandRefused(Refusal.READINESS_NOT_CONFIRMED, List.of());
        }
        if (name == CommandName.RECOMMEND_PROPOSAL) {
            Independence.apart(Independence.concerned(state), circumstances);
            Independence.disinterested(state, circumstances);
            return;
        }
        if (policy.recommendationFirst() && proposal.recommended() == null) {
            throw new CommandRefused(Refusal.RECOMMENDATION_MISSING, List.of());
        }
        Independence.mayDecide(state, circumstances);
    }

    private static List<StandardEvent> propose(ProposalCommand.ProposeStandard command, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        String reference = objections.text(command.reference(), "/reference", 20);
        objections.unless(
                reference.isEmpty() || REFERENCE.matcher(reference).matches(),
                "/reference",
                "must be OCC and four digits, such as OCC0218");
        String title =
                objections.line(command.title(), "/title", policy.limits().title());
        int level = objections.number(command.level(), "/level", 2, 7);
        int route = objections.route(command.route(), "/route", policy.routes());
        String pathway = objections.optionalLine(
                command.pathway(), "/pathway", policy.limits().title());
        String cluster = objections.optionalLine(
                command.cluster(), "/cluster", policy.limits().title());
        String overview = objections.optionalText(
                command.overview(), "/overview", policy.limits().overview());
        UUID group = proposingGroup(command, circumstances.caller(), route, objections);
        objections.raise(Refusal.INVALID_INPUT);
        notDissolved(group, circumstances);
        return List.of(new ProposalEvent.StandardProposed(
                reference,
                title,
                level,
                route,
                pathway,
                cluster,
                overview,
                group,
                circumstances.today(),
                circumstances.by(),
                circumstances.now()));
    }

    /** An official proposes for nobody, a panel member on their route, a chair for their group. */
    private static @Nullable UUID proposingGroup(
            ProposalCommand.ProposeStandard command, Caller caller, int route, Objections objections) {
        if (caller.acts(Role.EMPLOYER_GROUP_CHAIR)) {
            return groupOf(caller, command.group(), objections);
        }
        if (command.group() != null) {
            throw new CommandRefused(Refusal.NOT_YOUR_GROUP, "Only its chair can propose for an employer group.");
        }
        if (!caller.acts(Role.OFFICIAL) && !caller.routes().contains(route)) {
            throw new CommandRefused(Refusal.NOT_YOUR_ROUTE, List.of());
        }
        return null;
    }

    private static @Nullable UUID groupOf(Caller caller, @Nullable UUID named, Objections objections) {
        if (named != null) {
            if (!caller.groups().contains(named)) {
                throw new CommandRefused(Refusal.NOT_YOUR_GROUP, List.of());
            }
            return named;
        }
        if (caller.groups().size() != 1) {
            objections.add("/group", "must say which of your employer groups acts");
            return null;
        }
        return caller.groups().iterator().next();
    }

    private static List<StandardEvent> save(
            ProposalCommand.SaveProposal command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var limits = policy.limits();
        var objections = new Objections();
        String title = objections.optionalLine(command.title(), "/title", limits.title());
        Profile before = state.proposal().profile();
        Profile after = before.with(new Profile(
                employers(command.employers(), limits.line(), objections),
                objections.optionalTexts(command.duties(), "/duties", limits.statement(), MOST_DUTIES),
                objections.optionalNumber(command.expectedDurationMonths(), "/expectedDurationMonths", 1, 240),
                objections.optionalNumber(command.expectedLevel(), "/expectedLevel", 2, 7),
                objections.optionalNumber(command.offTheJobPercent(), "/offTheJobPercent", 0, 100),
                objections.optionalText(command.transferability(), "/transferability", policy.reason()),
                objections.optionalText(command.fit(), "/fit", policy.reason())));
        objections.raise(Refusal.INVALID_INPUT);
        boolean retitled = title != null && !title.equals(state.title());
        return !retitled && after.equals(before)
                ? List.of()
                : List.of(new ProposalEvent.ProposalDrafted(
                        retitled ? title : null,
                        after.employers(),
                        after.duties(),
                        after.expectedDurationMonths(),
                        after.expectedLevel(),
                        after.offTheJobPercent(),
                        after.transferability(),
                        after.fit(),
                        circumstances.by(),
                        circumstances.now()));
    }

    private static List<StandardEvent> submit(
            ProposalCommand.SubmitProposal command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var limits = policy.limits();
        var objections = new Objections();
        UUID group =
                state.owner() != null ? state.owner() : groupOf(circumstances.caller(), command.group(), objections);
        objections.unless(
                command.group() == null || command.group().equals(group),
                "/group",
                "is another group than the one that the standard belongs to");
        List<GroupEmployer> named = employers(command.employers(), limits.line(), objections);
        Profile says = state.proposal().profile().with(Profile.of(command));
        EmployerGroup registered = notDissolved(group, circumstances);
        List<GroupEmployer> employers =
                registered != null && named.isEmpty() ? registered.supporting() : says.employers();
        List<String> duties = objections.texts(says.duties(), "/duties", limits.statement(), MOST_DUTIES);
        int months = objections.number(says.expectedDurationMonths(), "/expectedDurationMonths", 1, 240);
        int level = objections.number(says.expectedLevel(), "/expectedLevel", 2, 7);
        int offTheJob = objections.number(says.offTheJobPercent(), "/offTheJobPercent", 0, 100);
        String transferability = objections.text(says.transferability(), "/transferability", policy.reason());
        String fit = objections.text(says.fit(), "/fit", policy.reason());
        objections.raise(Refusal.INVALID_INPUT);
        meets(policy, employers, registered, months, offTheJob);
        if (group == null) {
            throw new IllegalStateException("A proposal without a group passed the checks");
        }
        return List.of(new ProposalEvent.ProposalSubmitted(
                group,
                employers,
                duties,
                months,
                level,
                offTheJob,
                transferability,
                fit,
                circumstances.now().plus(policy.decisions().expectedWithin()),
                circumstances.by(),
                circumstances.now()));
    }

    /** The group, where it is registered; a dissolved one proposes nothing and is given nothing. */
    private static @Nullable EmployerGroup notDissolved(@Nullable UUID group, Circumstances circumstances) {
        EmployerGroup registered = group == null ? null : circumstances.groups().get(group);
        if (registered != null && registered.dissolved()) {
            throw new CommandRefused(Refusal.GROUP_DISSOLVED, List.of());
        }
        return registered;
    }

    private static List<GroupEmployer> employers(
            @Nullable List<GroupEmployer> given, int limit, Objections objections) {
        List<GroupEmployer> employers = given == null ? List.of() : given;
        objections.unless(
                employers.size() <= MOST_EMPLOYERS,
                "/employers",
                "has %,d entries; at most %,d are allowed".formatted(employers.size(), MOST_EMPLOYERS));
        for (int i = 0; i < Math.min(employers.size(), MOST_EMPLOYERS); i++) {
            objections.line(employers.get(i).name(), "/employers/" + i + "/name", limit);
            objections.unless(
                    employers.get(i).size() != null,
                    "/employers/" + i + "/size",
                    "must be given: small, medium or large");
        }
        return List.copyOf(employers);
    }

    /** Those who are named have to be enough, and the group itself, where it is registered: naming more does not help. */
    private static void meets(
            LifecyclePolicy lifecycle,
            List<GroupEmployer> employers,
            @Nullable EmployerGroup registered,
            int months,
            int offTheJob) {
        var policy = lifecycle.proposals();
        var objections = new Objections();
        if (registered == null || !employers.equals(registered.supporting())) {
            objections.addAll(Membership.lacking(employers, policy));
        }
        if (registered != null) {
            registered
                    .lacking(lifecycle)
                    .forEach(lack -> objections.add("/group", "its employers that stand behind it " + lack.message()));
        }
        objections.unless(
                months >= policy.minimumMonths() && months <= policy.maximumMonths(),
                "/expectedDurationMonths",
                "is %d; must be from %d to %d".formatted(months, policy.minimumMonths(), policy.maximumMonths()));
        objections.unless(
                offTheJob >= policy.offTheJobPercent(),
                "/offTheJobPercent",
                "is %d; at least %d is needed".formatted(offTheJob, policy.offTheJobPercent()));
        objections.raise(Refusal.PROPOSAL_INCOMPLETE);
    }

    private static List<StandardEvent> confirm(ProposalCommand.ConfirmReadiness command, Circumstances circumstances) {
        var objections = new Objections();
        String note = objections.optionalText(
                command.note(), "/note", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ProposalEvent.ReadinessConfirmed(note, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> recommend(
            ProposalCommand.RecommendProposal command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        boolean agree = objections.given(command.agree(), "/agree", true);
        String reason = agree
                ? objections.optionalText(
                        command.reason(), "/reason", circumstances.policy().reason())
                : objections.text(
                        command.reason(), "/reason", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        boolean again =
                state.proposal().recommendations().contains(new Recommendation(circumstances.by(), agree, reason));
        return again
                ? List.of()
                : List.of(
                        new ProposalEvent.ProposalRecommended(agree, reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> giveBack(ProposalCommand.ReturnProposal command, Circumstances circumstances) {
        var objections = new Objections();
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ProposalEvent.ProposalReturned(reasons, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> accept(ProposalCommand.AcceptProposal command, Circumstances circumstances) {
        var objections = new Objections();
        String note = objections.optionalText(
                command.note(), "/note", circumstances.policy().reason());
        List<String> conditions = objections.conditions(command.conditions(), "/conditions", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(
                conditions.isEmpty()
                        ? accepted(note, circumstances)
                        : new ProposalEvent.ProposalAgreedWithConditions(
                                conditions, note, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    static StandardEvent accepted(@Nullable String note, Circumstances circumstances) {
        return new ProposalEvent.ProposalAccepted(note, circumstances.today(), circumstances.by(), circumstances.now());
    }

    private static List<StandardEvent> reject(ProposalCommand.RejectProposal command, Circumstances circumstances) {
        var objections = new Objections();
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ProposalEvent.ProposalRejected(
                reasons, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> assign(
            ProposalCommand.AssignGroup command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        UUID group = command.group();
        objections.unless(group != null, "/group", "must be given");
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        notDissolved(group, circumstances);
        return group == null || group.equals(state.owner())
                ? List.of()
                : List.of(new ProposalEvent.GroupAssigned(group, reason, circumstances.by(), circumstances.now()));
    }

    private ProposalRules() {}
}
