package org.occupationalstandards.benchmark;

/**
 * One measured figure.
 *
 * @param what what was measured, as the README says it
 * @param value the figure with its unit
 * @param aim what it should stay within
 */
record Figure(String what, String value, String aim) {

    String asTableRow() {
        return "| " + what + " | " + value + " | " + aim + " |";
    }
}
