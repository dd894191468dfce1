package org.occupationalstandards.notifications.work;

import java.util.List;
import org.occupationalstandards.notifications.work.Telling.Due;

/** Which of what is told is whose: the same that the worklist of the standards service shows. */
final class Concern {

    private static final String CHAIR = "employer-group-chair";
    private static final String MEMBER = "employer-group-member";

    /** Whether they are told of what was done. Nobody has to be told of what they did themselves. */
    static boolean tells(Telling telling, Colleague who) {
        return !telling.by().equals(who.person())
                && telling.told().stream().anyMatch(audience -> belongs(audience, telling, who));
    }

    /** What it has become their turn to do. */
    static List<Due> turns(Telling telling, Colleague who) {
        return telling.turns().stream().filter(due -> asks(due, telling, who)).toList();
    }

    private static boolean asks(Due due, Telling telling, Colleague who) {
        return mayDo(due, telling, who)
                && !due.exempt().contains(who.person())
                && (due.called().isEmpty() || due.called().contains(who.person()));
    }

    private static boolean mayDo(Due due, Telling telling, Colleague who) {
        return switch (due.who()) {
            case "owning-group" ->
                due.roles().contains(CHAIR) && chairs(telling, who)
                        || due.roles().contains(MEMBER) && belongs(due.who(), telling, who);
            // Whoever belongs to the group has an interest, whatever else they are.
            case "panel", "committee" -> belongs(due.who(), telling, who) && !claims(telling, who);
            default -> belongs(due.who(), telling, who);
        };
    }

    private static boolean belongs(String audience, Telling telling, Colleague who) {
        var roles = who.access().roles();
        return switch (audience) {
            case "owning-group" ->
                claims(telling, who)
                        && (telling.group() == null
                                ? roles.contains(CHAIR) || roles.contains(MEMBER)
                                : telling.group().people().contains(who.person()));
            case "officials" -> roles.contains("official");
            case "panel" ->
                roles.contains("panel-member") && who.access().routes().contains(telling.route());
            case "committee" -> roles.contains("committee");
            // What everybody is told, everybody hears who follows the standard.
            default -> false;
        };
    }

    private static boolean chairs(Telling telling, Colleague who) {
        return claims(telling, who)
                && (telling.group() == null
                        ? who.access().roles().contains(CHAIR)
                        : telling.group().chairs().contains(who.person()));
    }

    private static boolean claims(Telling telling, Colleague who) {
        return telling.owner() != null && who.access().groups().contains(telling.owner());
    }

    private Concern() {}
}
