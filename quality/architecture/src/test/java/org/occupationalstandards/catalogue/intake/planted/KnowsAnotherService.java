package org.occupationalstandards.catalogue.intake.planted;

import org.occupationalstandards.standards.lifecycle.planted.Impure;

/** Planted: reaches into another service. */
public final class KnowsAnotherService {

    Impure other = new Impure();
}
