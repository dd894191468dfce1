package org.occupationalstandards.standalone;

import java.util.List;
import java.util.function.Supplier;
import org.occupationalstandards.catalogue.CatalogueService;
import org.occupationalstandards.identity.IdentityService;
import org.occupationalstandards.notifications.NotificationsService;
import org.occupationalstandards.standards.StandardsService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One of the services.
 *
 * @param portOffset its port, counted from the catalogue's
 */
record Service(String name, int portOffset, Supplier<SpringApplicationBuilder> application) {

    /** In the order in which they stop: first whoever takes commands, last whoever vouches for callers. */
    static final List<Service> ALL = List.of(
            new Service("standards", 1, StandardsService::application),
            new Service("catalogue", 0, CatalogueService::application),
            new Service("notifications", 2, NotificationsService::application),
            new Service("identity", 4, IdentityService::application));
}
