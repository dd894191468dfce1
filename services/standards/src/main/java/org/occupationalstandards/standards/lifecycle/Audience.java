package org.occupationalstandards.standards.lifecycle;

/** Who is told of an event. */
public enum Audience {
    OWNING_GROUP("the employer group"),
    OFFICIALS("the officials"),
    PANEL("the panel of the route"),
    COMMITTEE("the approvals committee"),
    /** The event is announced: the public catalogue, the change stream, every subscriber. */
    PUBLIC("everybody who follows the standard");

    private final String says;

    Audience(String says) {
        this.says = says;
    }

    /** The audience as a part of a sentence. */
    public String says() {
        return says;
    }
}
