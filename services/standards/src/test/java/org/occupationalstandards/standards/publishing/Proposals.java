package org.occupationalstandards.standards.publishing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.GreenTheme;
import org.occupationalstandards.standards.lifecycle.MapCommand.SetGreenTheme;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.running.RunningStandards;

/** Something to announce. */
final class Proposals {

    private static final Caller OFFICIAL = new Caller("official", Set.of(Role.OFFICIAL), Set.of(), Set.of());
    private static final AtomicInteger NEXT = new AtomicInteger(8000);

    /** A new standard; its reference. */
    static String propose(RunningStandards service) {
        var reference = "OCC" + NEXT.incrementAndGet();
        service.bean(StandardStore.class)
                .handle(Instruction.of(
                        reference, new ProposeStandard(reference, "Miller", 3, 8, null, null, null, null), OFFICIAL));
        return reference;
    }

    static List<String> propose(RunningStandards service, int count) {
        return IntStream.range(0, count).mapToObj(i -> propose(service)).toList();
    }

    /** Something public happens to a standard. */
    static void change(RunningStandards service, String reference, boolean dark) {
        service.bean(StandardStore.class)
                .handle(Instruction.of(
                        reference, new SetGreenTheme(dark ? GreenTheme.DARK : GreenTheme.MID), OFFICIAL));
    }

    private Proposals() {}
}
