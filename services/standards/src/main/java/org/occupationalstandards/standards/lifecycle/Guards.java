package org.occupationalstandards.standards.lifecycle;

/**
 * What stands against a command whatever its body says: first the table (does the standard exist, role and reach,
 * stage), then what the rules of its area look at. The same for the decision and for telling people what they may do.
 */
final class Guards {

    /** @throws CommandRefused when this caller may not give that command now */
    static void admit(CommandName name, StandardState state, Circumstances circumstances) {
        name.admit(state, circumstances);
        switch (name) {
            case CONFIRM_READINESS, RETURN_PROPOSAL, RECOMMEND_PROPOSAL, ACCEPT_PROPOSAL, REJECT_PROPOSAL ->
                ProposalRules.guard(name, state, circumstances);
            case EVIDENCE_CONDITION, CLOSE_CONDITION, REOPEN_CONDITION ->
                ConditionRules.guard(name, state, circumstances);
            case UNDO_DRAFT_CHANGE -> DraftRules.guardUndo(state, circumstances);
            case EXTEND_CONSULTATION, COMMENT, ANSWER_COMMENT, CLOSE_CONSULTATION ->
                ConsultationRules.guard(name, state, circumstances);
            case DELEGATE_VOTE -> BallotRules.mayVote(state, circumstances);
            case CAST_VOTE, WITHDRAW_BALLOT, OPEN_BALLOT -> BallotRules.guard(name, state, circumstances);
            case SUBMIT, APPROVE, RETURN, REJECT -> ApprovalRules.guard(name, state, circumstances);
            case ASK_FOR_REVIEW, DECIDE_REVIEW, REOPEN_DECISION -> ReviewRules.guard(name, state, circumstances);
            case ACCEPT_CHANGE, DECLINE_CHANGE, RECLASSIFY_CHANGE, CORRECT_DATES -> VersionRules.guard(name, state);
            case SUBMIT_PROPOSAL, WITHDRAW, REINSTATE -> ReviewRules.settled(state);
            case DECLINE_WITHDRAWAL, TAKE_BACK_WITHDRAWAL, PROPOSE_RETIREMENT, RETIRE, DECLINE_RETIREMENT ->
                EndOfLifeRules.guard(name, state, circumstances);
            case CONFIRM_PROGRESSION -> MapRules.guardConfirmation(state, circumstances);
            case CHANGE_PRODUCT, APPROVE_PRODUCT, PAUSE_STARTS, RESUME_STARTS, RETIRE_PRODUCT, REINSTATE_PRODUCT ->
                ProductRules.guard(name, state);
            case REMOVE_PROGRESSION -> MapRules.guardLinks(state);
            case PROPOSE,
                    SAVE_PROPOSAL,
                    REGISTER_EXISTING,
                    ASSIGN_GROUP,
                    CHANGE_DRAFT,
                    OPEN_CONSULTATION,
                    DECLARE_INTEREST,
                    CLEAR_INTEREST,
                    REVOKE_DELEGATION,
                    REQUEST_CHANGE,
                    ADD_PRODUCT,
                    RECLASSIFY,
                    SET_GREEN_THEME,
                    PROPOSE_PROGRESSION,
                    REQUEST_WITHDRAWAL,
                    NAME_REPLACEMENT,
                    REMIND_OF_DECISION,
                    ESCALATE_DECISION,
                    REMIND_OF_CLOSING,
                    REMIND_TO_CLOSE,
                    REMIND_OF_WAITING,
                    ESCALATE_WAITING,
                    BRING_INTO_FORCE,
                    COMPLETE_RETIREMENT -> {}
        }
    }

    private Guards() {}
}
