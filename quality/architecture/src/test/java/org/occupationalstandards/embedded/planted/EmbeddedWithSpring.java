package org.occupationalstandards.embedded.planted;

import org.springframework.stereotype.Component;

/** Planted: needs a context to start what a context needs. */
@Component
public final class EmbeddedWithSpring {}
