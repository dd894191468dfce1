package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.groups.MemberEmployer;
import org.occupationalstandards.standards.groups.MemberPerson;

/** An employer group for those who work with it. */
record GroupView(
        UUID id,
        @Schema(description = "Of the last event; the ETag") long sequence,
        String name,
        boolean dissolved,
        List<MemberEmployer> employers,

        @Schema(description = "Opaque id of the chair; for officials and the group itself") @Nullable
        String chair,

        @Schema(
                description =
                        "Opaque id of who may act as the chair beside the chair; for officials and the group itself")
        @Nullable
        String coChair,

        @Schema(description = "Who acts for which employer, as opaque ids; for officials and the group itself")
        @Nullable
        List<MemberPerson> people,

        @Schema(
                description =
                        "Those of them that were merged in the register of employers: counted once with that entry")
        List<MergedView> merged,

        @Schema(description = "What stands against a proposal by this group at present")
        List<Objection> lacking,

        @Schema(description = "What this caller may do with it now")
        List<ActionView> actions) {

    record MergedView(
            UUID employer,

            @Schema(description = "Id of the entry that stands for it")
            UUID into) {}

    record ActionView(
            String name,
            @Schema(description = "What it will do") String does,
            String method,
            String href) {}
}
