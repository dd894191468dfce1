package org.occupationalstandards.contracts;

import java.time.Instant;

/**
 * A consultation in which comments are taken.
 *
 * @param closesAt until when
 * @param zone in which that is told to people, such as Europe/London
 */
public record RunningConsultation(Instant closesAt, String zone) {}
