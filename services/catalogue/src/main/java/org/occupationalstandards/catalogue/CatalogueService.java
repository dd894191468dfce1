package org.occupationalstandards.catalogue;

import java.time.Clock;
import java.time.ZoneId;
import org.occupationalstandards.platform.PlatformWeb;
import org.occupationalstandards.platform.ServiceApplication;
import org.occupationalstandards.platform.intake.PlatformIntake;
import org.occupationalstandards.platform.intake.PlatformRebuild;
import org.occupationalstandards.platform.representation.PlatformRepresentations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the catalogue. */
@SpringBootApplication
@Import({PlatformWeb.class, PlatformIntake.class, PlatformRebuild.class, PlatformRepresentations.class})
public class CatalogueService {

    /** The service, yet to be run. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(CatalogueService.class, "catalogue");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /**
     * Where a day begins and ends: the same setting as that of the standards service, so that both mean the same day.
     */
    @Bean
    ZoneId zone(@Value("${standards.policy.zone:Europe/London}") ZoneId zone) {
        return zone;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
