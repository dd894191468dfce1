package org.occupationalstandards.standards.lifecycle;

/** Size of an employer by staff: small below 50, medium below 250, large from 250. */
public enum EmployerSize {
    SMALL,
    MEDIUM,
    LARGE
}
