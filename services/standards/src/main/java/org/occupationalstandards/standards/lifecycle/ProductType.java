package org.occupationalstandards.standards.lifecycle;

/** What kind of qualification is built on a standard. */
public enum ProductType {
    APPRENTICESHIP,
    T_LEVEL,
    TECHNICAL_QUALIFICATION,
    HIGHER_TECHNICAL_QUALIFICATION
}
