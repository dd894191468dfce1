package org.occupationalstandards.util;

/** Planted: in a package that is no job, under a name that is none, and not null-marked. */
public final class StringUtil {

    private StringUtil() {}
}
