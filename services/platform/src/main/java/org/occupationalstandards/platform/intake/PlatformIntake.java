package org.occupationalstandards.platform.intake;

import org.occupationalstandards.platform.topics.PlatformTopics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Imported by each service that receives; it then adds a {@link Recipient} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
@Import(PlatformTopics.class)
public class PlatformIntake {

    @Bean
    AnnouncementReader announcementReader(JsonMapper json) {
        return new AnnouncementReader(json);
    }
}
