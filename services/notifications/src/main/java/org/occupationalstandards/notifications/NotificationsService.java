package org.occupationalstandards.notifications;

import java.time.Clock;
import org.occupationalstandards.platform.PlatformWeb;
import org.occupationalstandards.platform.ServiceApplication;
import org.occupationalstandards.platform.intake.PlatformIntake;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that tells everybody who asked of every public change. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({PlatformWeb.class, PlatformIntake.class})
public class NotificationsService {

    /** The service, ready to be run, alone or beside others. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(NotificationsService.class, "notifications");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
