package org.occupationalstandards.standards.lifecycle;

/** In what capacity somebody acts. */
public enum Role {
    EMPLOYER_GROUP_CHAIR("the chair of the employer group"),
    EMPLOYER_GROUP_MEMBER("a member of the employer group"),
    OFFICIAL("an official"),
    PANEL_MEMBER("a member of the route's panel"),
    COMMITTEE("the approvals committee"),
    SUBSCRIBER("a subscriber"),
    /** The system itself, when a date passes; nobody can sign in with it. */
    SYSTEM("the system");

    private final String says;

    Role(String says) {
        this.says = says;
    }

    /** The role as a part of a sentence. */
    public String says() {
        return says;
    }
}
