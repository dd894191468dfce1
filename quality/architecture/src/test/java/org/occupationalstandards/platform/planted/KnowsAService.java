package org.occupationalstandards.platform.planted;

import org.occupationalstandards.catalogue.CatalogueService;

/** Planted: a library that knows its user. */
public final class KnowsAService {

    CatalogueService user = new CatalogueService();
}
