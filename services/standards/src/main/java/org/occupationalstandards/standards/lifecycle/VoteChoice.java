package org.occupationalstandards.standards.lifecycle;

/** How a member of the panel votes. */
public enum VoteChoice {
    YES,
    NO,
    ABSTAIN
}
