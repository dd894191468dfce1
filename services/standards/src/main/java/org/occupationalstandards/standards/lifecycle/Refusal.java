package org.occupationalstandards.standards.lifecycle;

/** Why a command was refused: one closed list for the API, the pages and the tests. */
public enum Refusal {
    UNKNOWN_STANDARD(Kind.UNKNOWN, "There is no such standard."),
    ALREADY_EXISTS(Kind.CONFLICT, "There is a standard with this reference already."),
    INVALID_INPUT(Kind.INVALID, "Some of what was sent cannot be taken."),
    ROLE_NOT_PERMITTED(Kind.FORBIDDEN, "Your role does not permit this."),
    NOT_YOUR_GROUP(Kind.FORBIDDEN, "The standard belongs to another employer group than yours."),
    NOT_YOUR_ROUTE(Kind.FORBIDDEN, "The standard is on a route on whose panel you do not sit."),
    TOOK_PART(Kind.FORBIDDEN, "Whoever proposed, recommended or voted cannot decide."),
    WRONG_STAGE(Kind.CONFLICT, "The standard is not at the stage for this."),
    READINESS_NOT_CONFIRMED(Kind.CONFLICT, "No official has confirmed that the proposal is ready."),
    ALREADY_CONFIRMED(Kind.CONFLICT, "The proposal is confirmed as ready already."),
    RECOMMENDATION_MISSING(Kind.CONFLICT, "The panel has not made its recommendation."),
    PROPOSAL_INCOMPLETE(Kind.CONFLICT, "The proposal does not meet what a proposal needs."),
    DRAFT_INCOMPLETE(Kind.CONFLICT, "The draft is not complete."),
    CONSULTATION_STILL_OPEN(Kind.CONFLICT, "The consultation has not reached its closing time."),
    CONSULTATION_MISSING(Kind.CONFLICT, "The draft has not been consulted on."),
    DRAFT_CHANGED(Kind.CONFLICT, "The draft has changed since the revision that you refer to."),
    QUORUM_NOT_REACHED(Kind.CONFLICT, "Too few members of the panel have voted."),
    NO_MAJORITY(Kind.CONFLICT, "The panel has not voted for approval by a majority.");

    /** What sort of refusal it is, whatever the reason. */
    public enum Kind {
        UNKNOWN,
        INVALID,
        FORBIDDEN,
        CONFLICT
    }

    private final Kind kind;
    private final String says;

    Refusal(Kind kind, String says) {
        this.kind = kind;
        this.says = says;
    }

    public Kind kind() {
        return kind;
    }

    /** The reason as a sentence. */
    public String says() {
        return says;
    }
}
