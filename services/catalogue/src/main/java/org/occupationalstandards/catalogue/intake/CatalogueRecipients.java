package org.occupationalstandards.catalogue.intake;

import java.time.ZoneId;
import org.occupationalstandards.catalogue.projection.Projection;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.platform.intake.AnnouncementReader;
import org.occupationalstandards.platform.intake.Recipient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The recipient that goes on for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class CatalogueRecipients {

    @Bean
    Recipient<Announcement> intoUse(AnnouncementReader reader, JdbcTemplate jdbc, JsonMapper json, ZoneId zone) {
        return new CatalogueIntake(reader, Projection.intoUse(jdbc, json, zone));
    }
}
