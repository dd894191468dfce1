package org.occupationalstandards.faults.history;

/** What a reader shows of one standard: enough to tell whether it folded the stream right. */
public record Shown(String status, String version, String title, long sequence) {}
