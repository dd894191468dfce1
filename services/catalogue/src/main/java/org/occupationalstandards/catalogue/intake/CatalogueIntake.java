package org.occupationalstandards.catalogue.intake;

import java.util.List;
import org.occupationalstandards.catalogue.projection.Projection;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.platform.intake.AnnouncementReader;
import org.occupationalstandards.platform.intake.Arrival;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.platform.intake.Recipient;
import org.occupationalstandards.platform.intake.Unreadable;

/** Hands what arrives to the projection. */
class CatalogueIntake implements Recipient<Announcement> {

    private final AnnouncementReader reader;
    private final Projection projection;

    CatalogueIntake(AnnouncementReader reader, Projection projection) {
        this.reader = reader;
        this.projection = projection;
    }

    @Override
    public Announcement read(Incoming incoming) throws Unreadable {
        return reader.read(incoming);
    }

    @Override
    public void take(List<Arrival<Announcement>> arrivals) {
        projection.apply(arrivals);
    }
}
