package org.occupationalstandards.standards.api;

import java.util.Collections;
import java.util.List;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.standards.api.StandardView.ActionView;
import org.occupationalstandards.standards.api.StandardView.BlockedView;
import org.occupationalstandards.standards.api.StandardView.DraftView;
import org.occupationalstandards.standards.api.StandardView.TurnView;
import org.occupationalstandards.standards.api.StandardView.VersionView;
import org.occupationalstandards.standards.eventsourcing.StandardAt;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.StandardActions;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.occupationalstandards.standards.lifecycle.content.Completeness;

/** Shows a standard to a caller. */
final class StandardViews {

    static StandardView of(StandardAt standard, Circumstances circumstances) {
        var state = standard.state();
        return new StandardView(
                standard.reference(),
                standard.sequence(),
                state.title(),
                state.stage(),
                state.status(),
                state.version(),
                state.classification().level(),
                route(state),
                state.classification().pathway(),
                state.classification().cluster(),
                state.owner(),
                turns(standard, circumstances),
                actions(standard, circumstances),
                blocked(standard, circumstances),
                new DraftView(
                        state.draft().revision(),
                        state.draft().changeClass(),
                        DraftWriting.of(state.draft().content())),
                Completeness.missing(state.draft().content()),
                state.proposal(),
                state.consultation(),
                state.approval(),
                versions(state),
                state.products(),
                state.green(),
                state.progression(),
                state.dates());
    }

    private static Route route(StandardState state) {
        int id = state.classification().route();
        return Routes.withId(id).orElseGet(() -> new Route(id, ""));
    }

    private static List<VersionView> versions(StandardState state) {
        return state.versions().stream()
                .map(version -> new VersionView(
                        version.number(),
                        version.changeClass(),
                        version.approvedOn(),
                        version.effectiveFrom(),
                        state.effectiveTo(version)))
                .toList();
    }

    private static List<ActionView> actions(StandardAt standard, Circumstances circumstances) {
        return StandardActions.of(standard.state(), circumstances).stream()
                .filter(StandardActions.Action::permitted)
                .map(action -> new ActionView(
                        action.name().wireName(),
                        action.does(),
                        action.told().stream().map(Audience::says).toList(),
                        action.name() == CommandName.CHANGE_DRAFT ? "PUT" : "POST",
                        address(standard.reference(), action.name())))
                .toList();
    }

    private static List<BlockedView> blocked(StandardAt standard, Circumstances circumstances) {
        return StandardActions.of(standard.state(), circumstances).stream()
                .filter(action -> !action.permitted()
                        && action.name().stages().contains(standard.state().stage())
                        && !Collections.disjoint(
                                action.name().roles(), circumstances.caller().roles()))
                .map(action -> new BlockedView(action.name().wireName(), action.does(), action.unless()))
                .toList();
    }

    private static String address(String reference, CommandName name) {
        return name == CommandName.CHANGE_DRAFT
                ? "/standards/" + reference + "/draft"
                : "/standards/" + reference + "/commands/" + name.wireName();
    }

    private static List<TurnView> turns(StandardAt standard, Circumstances circumstances) {
        return WhoseTurn.of(standard.state(), circumstances.now(), circumstances.policy()).stream()
                .map(turn -> new TurnView(
                        turn.who(),
                        turn.who().says(),
                        turn.roles().stream().sorted().toList(),
                        turn.what(),
                        turn.dueBy(),
                        turn.command().wireName(),
                        address(standard.reference(), turn.command())))
                .toList();
    }

    private StandardViews() {}
}
