/**
 * Measures the running system from outside: start, memory, latency from command to reader, import. Nothing here is a test;
 * figures are reported, never asserted.
 */
@NullMarked
package org.occupationalstandards.benchmark;

import org.jspecify.annotations.NullMarked;
