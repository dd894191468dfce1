package org.occupationalstandards.standards;

import java.time.Clock;
import org.occupationalstandards.platform.PlatformWeb;
import org.occupationalstandards.platform.ServiceApplication;
import org.occupationalstandards.platform.topics.PlatformTopics;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The system of record for occupational standards. */
@SpringBootApplication
@Import({PlatformWeb.class, PlatformTopics.class})
public class StandardsService {

    /** Configured by {@code standards.yml}; whoever starts it may add properties. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(StandardsService.class, "standards");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
