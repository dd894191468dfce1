package org.occupationalstandards.standards.lifecycle;

/** Why a command was refused: one closed list for the API, the pages and the tests. */
public enum Refusal {
    UNKNOWN_STANDARD(Kind.UNKNOWN, "There is no such standard."),
    UNKNOWN_GROUP(Kind.UNKNOWN, "There is no such employer group."),
    UNKNOWN_EMPLOYER(Kind.UNKNOWN, "There is no such employer in the register."),
    ALREADY_EXISTS(Kind.CONFLICT, "There is one with this reference already, and it lives here."),
    REFERENCES_USED_UP(
            Kind.CONFLICT, "The service has no reference left to give; name one that is free, such as with a letter."),
    INVALID_INPUT(Kind.INVALID, "Some of what was sent cannot be taken."),
    CONTRADICTS_RECORD(Kind.CONFLICT, "What was sent contradicts what was recorded before."),

    ROLE_NOT_PERMITTED(Kind.FORBIDDEN, "Your role does not permit this."),
    NOT_YOUR_GROUP(Kind.FORBIDDEN, "It belongs to another employer group than yours."),
    NOT_YOUR_ROUTE(Kind.FORBIDDEN, "The standard is on a route on whose panel you do not sit."),
    NOT_CALLED(Kind.FORBIDDEN, "The ballot calls on other members of the panel."),
    NOT_DELEGATED(Kind.FORBIDDEN, "That member has not delegated their vote to you, or not until today."),
    TOOK_PART(Kind.FORBIDDEN, "Whoever proposed, recommended, submitted, voted or decided cannot do this."),
    INTEREST(Kind.FORBIDDEN, "Whoever has an interest in the standard neither votes nor decides on it."),

    WRONG_STAGE(Kind.CONFLICT, "It is not at the stage for this."),
    ALREADY_DECIDED(Kind.CONFLICT, "This is decided already."),
    READINESS_NOT_CONFIRMED(Kind.CONFLICT, "No official has confirmed that the proposal is ready."),
    ALREADY_CONFIRMED(Kind.CONFLICT, "An official has confirmed already that the proposal is ready."),
    RECOMMENDATION_MISSING(Kind.CONFLICT, "The panel has not made its recommendation."),
    PROPOSAL_INCOMPLETE(Kind.CONFLICT, "The proposal does not meet what a proposal needs."),
    NO_CONDITIONS(Kind.CONFLICT, "Nothing was agreed with conditions."),
    CONDITION_CLOSED(Kind.CONFLICT, "The condition is closed."),
    CONDITION_WITHOUT_EVIDENCE(Kind.CONFLICT, "The group has not shown how the condition is met."),

    AGREED_DRAFT_CHANGED(
            Kind.FORBIDDEN, "The draft has changed since it was agreed; the committee closes the last condition."),
    DRAFT_INCOMPLETE(Kind.CONFLICT, "The draft is not complete."),
    NOT_A_CORRECTION(
            Kind.CONFLICT,
            "A correction adds and removes no statement, duty or option; an official can make it a change of another class."),
    DRAFT_CHANGED(Kind.CONFLICT, "The draft has changed since the revision that you refer to."),
    NOTHING_TO_UNDO(Kind.CONFLICT, "There is no change of the draft to take back."),

    CONSULTATION_MISSING(Kind.CONFLICT, "The draft has not been consulted on."),
    EXPLANATION_MISSING(
            Kind.CONFLICT,
            "The draft has changed since it was consulted on: say in “explanation” what was changed, and why."),
    CONSULTATION_STILL_OPEN(Kind.CONFLICT, "The consultation has not reached its closing time, or is not closed."),
    CONSULTATION_OVER(Kind.CONFLICT, "The consultation is over."),
    COMMENTS_UNANSWERED(Kind.CONFLICT, "Not every comment has an answer."),

    BALLOT_CLOSED(Kind.CONFLICT, "There is no ballot open."),
    BALLOT_OPEN(Kind.CONFLICT, "There is a ballot, and members have voted."),
    QUORUM_NOT_REACHED(Kind.CONFLICT, "Too few members of the panel have voted."),
    NO_MAJORITY(Kind.CONFLICT, "The panel has not voted for approval by a majority."),

    NOTHING_TO_REVIEW(Kind.CONFLICT, "There is no decision that can be challenged, or no challenge to decide on."),
    REVIEW_TOO_LATE(Kind.CONFLICT, "The time to challenge the decision is over."),
    REVIEW_OPEN(Kind.CONFLICT, "The last decision is challenged; that has to be decided first."),
    NOTHING_TO_REOPEN(Kind.CONFLICT, "The last decision cannot be taken back, or things have moved on since."),

    NO_CHANGE_REQUEST(Kind.CONFLICT, "Nobody has asked for a change."),
    NO_WITHDRAWAL_REQUEST(Kind.CONFLICT, "The group has not asked to give up."),
    NO_VERSION(Kind.CONFLICT, "The standard has no approved version."),
    LEVEL_FIXED(
            Kind.CONFLICT,
            "The level of an approved standard stays: an occupation of another level is another standard."),

    PRODUCT_STATUS(Kind.CONFLICT, "The product is not in the state for this."),
    PRODUCT_TAKEN(Kind.CONFLICT, "Another standard has a product of this code or LARS code."),
    LARS_CODE_KEPT(Kind.CONFLICT, "A LARS code, once given, is never taken back."),
    LINK_UNKNOWN(Kind.CONFLICT, "There is no such progression link."),

    GROUP_DISSOLVED(Kind.CONFLICT, "The employer group is dissolved."),
    NOT_IN_GROUP(Kind.CONFLICT, "That employer or person does not belong to the group."),
    CHAIR_NEEDED(Kind.CONFLICT, "A group keeps a chair: hand over first.");

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
