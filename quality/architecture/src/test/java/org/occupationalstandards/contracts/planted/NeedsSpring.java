package org.occupationalstandards.contracts.planted;

import org.springframework.stereotype.Component;

/** Planted: an announcement that drags Spring to whoever reads it. */
@Component
public final class NeedsSpring {}
