package org.occupationalstandards.standards.lifecycle;

/** Why two occupations are linked: knowledge and skills that transfer at work, or a route of technical education. */
public enum ProgressionKind {
    OCCUPATIONAL,
    TECHNICAL_EDUCATION
}
