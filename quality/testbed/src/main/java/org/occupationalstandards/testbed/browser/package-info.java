/** A real browser for tests of pages: Debian's chromium, where it is installed. */
@NullMarked
package org.occupationalstandards.testbed.browser;

import org.jspecify.annotations.NullMarked;
