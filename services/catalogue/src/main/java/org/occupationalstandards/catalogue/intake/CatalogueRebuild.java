package org.occupationalstandards.catalogue.intake;

import java.time.ZoneId;
import javax.sql.DataSource;
import org.occupationalstandards.catalogue.projection.Projection;
import org.occupationalstandards.platform.intake.AnnouncementReader;
import org.occupationalstandards.platform.intake.Rebuildable;
import org.occupationalstandards.platform.intake.Recipient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue is a model of the topic and of nothing else. */
@Component
class CatalogueRebuild implements Rebuildable {

    private final AnnouncementReader reader;
    private final JsonMapper json;
    private final ZoneId zone;

    CatalogueRebuild(AnnouncementReader reader, JsonMapper json, ZoneId zone) {
        this.reader = reader;
        this.json = json;
        this.zone = zone;
    }

    @Override
    public Recipient<?> into(DataSource schema) {
        return new CatalogueIntake(reader, Projection.intoNew(new JdbcTemplate(schema), json, zone));
    }

    @Override
    public void makeReadable(DataSource schema) {
        Projection.intoNew(new JdbcTemplate(schema), json, zone).makeReadable();
    }
}
