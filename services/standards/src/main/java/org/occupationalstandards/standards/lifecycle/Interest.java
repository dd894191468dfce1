package org.occupationalstandards.standards.lifecycle;

/** A declared interest of a member of the panel or the committee in this standard. */
public record Interest(String member, String reason) {}
