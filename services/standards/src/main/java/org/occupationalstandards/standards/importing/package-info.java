/**
 * Brings in standards that exist elsewhere: reads a page text, a CSV of occupations or the Skills England feed, and says
 * of every record either what it holds or everything that is wrong with it. Reading decides nothing about the register:
 * that is the rulebook's part.
 */
@NullMarked
package org.occupationalstandards.standards.importing;

import org.jspecify.annotations.NullMarked;
