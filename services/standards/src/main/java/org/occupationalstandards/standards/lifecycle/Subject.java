package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/**
 * What a decision was on, as it was then: who voted or recommended did so on that, and their word counts for nothing else.
 *
 * @param revision of the draft
 * @param title which a proposal can mend without another revision
 * @param owner the employer group, where there was one
 */
public record Subject(
        int revision,
        String title,
        ChangeClass changeClass,
        Classification classification,
        @Nullable UUID owner) {

    static Subject none() {
        return new Subject(0, "", ChangeClass.NEW, new Classification(0, 0, null, null), null);
    }

    static Subject of(StandardState state) {
        return new Subject(
                state.draft().revision(),
                title(state),
                state.draft().changeClass(),
                state.classification(),
                state.owner());
    }

    private static String title(StandardState state) {
        return Objects.requireNonNullElse(state.draft().content().title(), "");
    }

    /** That the draft is at another revision by now, where it is. */
    List<Problem> revisedIn(StandardState state) {
        List<Problem> revised = new ArrayList<>();
        add(revised, "/draft", "revision " + revision, "revision " + of(state).revision);
        return revised;
    }

    /** What else is different by now, each with how it was. */
    List<Problem> changedIn(StandardState state) {
        Subject now = of(state);
        List<Problem> changed = new ArrayList<>();
        add(changed, "/title", title, now.title);
        add(changed, "/changeClass", word(changeClass), word(now.changeClass));
        add(changed, "/level", classification.level(), now.classification.level());
        add(changed, "/route", classification.route(), now.classification.route());
        add(changed, "/pathway", classification.pathway(), now.classification.pathway());
        add(changed, "/cluster", classification.cluster(), now.classification.cluster());
        add(changed, "/group", owner, now.owner);
        return changed;
    }

    private static void add(List<Problem> problems, String pointer, @Nullable Object then, @Nullable Object now) {
        if (!Objects.equals(then, now)) {
            problems.add(new Problem(
                    pointer,
                    "was %s when it was decided, and is %s now"
                            .formatted(
                                    Objects.requireNonNullElse(then, "none"),
                                    Objects.requireNonNullElse(now, "none"))));
        }
    }

    private static String word(ChangeClass changeClass) {
        return changeClass.name().toLowerCase(Locale.ROOT);
    }
}
