/**
 * Employer groups: the employers who propose and write a standard, and the people who act for them. The same pure shape
 * as the rulebook of standards: a command, a state and the circumstances lead to events or to a refusal. People are opaque
 * ids; employers are organisations and have names.
 */
@NullMarked
package org.occupationalstandards.standards.groups;

import org.jspecify.annotations.NullMarked;
