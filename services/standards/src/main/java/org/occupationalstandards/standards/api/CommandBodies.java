package org.occupationalstandards.standards.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.problem.StrictJson;
import org.occupationalstandards.standards.groups.GroupCommand;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.RegisterExisting;
import org.occupationalstandards.standards.lifecycle.StandardCommand;
import org.springframework.stereotype.Component;

/** Reads the body of a command into its record. */
@Component
class CommandBodies {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final StrictJson json;

    CommandBodies(StrictJson json) {
        this.json = json;
    }

    /** No body says the same as an empty one: what a command needs is the rulebook's to ask for. */
    StandardCommand read(CommandName name, byte @Nullable [] body) {
        return json.read(body == null || body.length == 0 ? NOTHING : body, name.record());
    }

    GroupCommand read(GroupCommandName name, byte @Nullable [] body) {
        return json.read(body == null || body.length == 0 ? NOTHING : body, name.record());
    }

    static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    <T> T read(byte[] body, Class<T> type) {
        return json.read(body, type);
    }

    /** The command with the reference of the address, where it is one that names its standard itself. */
    static StandardCommand with(String reference, StandardCommand command) {
        return switch (command) {
            case ProposeStandard propose ->
                new ProposeStandard(
                        same(propose.reference(), reference),
                        propose.title(),
                        propose.level(),
                        propose.route(),
                        propose.pathway(),
                        propose.cluster(),
                        propose.overview(),
                        propose.group());
            case RegisterExisting existing ->
                new RegisterExisting(
                        same(existing.reference(), reference),
                        existing.status(),
                        existing.version(),
                        existing.level(),
                        existing.route(),
                        existing.pathway(),
                        existing.cluster(),
                        existing.group(),
                        existing.createdOn(),
                        existing.proposalApprovedOn(),
                        existing.approvedOn(),
                        existing.effectiveFrom(),
                        existing.effectiveTo(),
                        existing.content(),
                        existing.products(),
                        existing.green(),
                        existing.progression());
            default -> command;
        };
    }

    private static String same(@Nullable String inBody, String inAddress) {
        if (inBody != null && !inBody.equals(inAddress)) {
            throw ProblemException.invalid(
                    List.of(Fault.at("/reference", "is " + inBody + ", and the address says " + inAddress)));
        }
        return inAddress;
    }
}
