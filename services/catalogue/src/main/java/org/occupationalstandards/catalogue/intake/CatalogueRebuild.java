package org.occupationalstandards.catalogue.intake;

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

    CatalogueRebuild(AnnouncementReader reader, JsonMapper json) {
        this.reader = reader;
        this.json = json;
    }

    @Override
    public Recipient<?> into(DataSource schema) {
        return new CatalogueIntake(reader, Projection.intoNew(new JdbcTemplate(schema), json));
    }

    @Override
    public void makeReadable(DataSource schema) {
        Projection.intoNew(new JdbcTemplate(schema), json).makeReadable();
    }
}
