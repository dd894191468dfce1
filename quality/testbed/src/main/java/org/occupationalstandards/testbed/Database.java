package org.occupationalstandards.testbed;

/** An empty database of its own, and how to reach it. */
public record Database(String url, String username, String password) {}
