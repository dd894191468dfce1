package org.occupationalstandards.catalogue;

import java.time.Clock;
import org.occupationalstandards.platform.PlatformWeb;
import org.occupationalstandards.platform.ServiceApplication;
import org.occupationalstandards.platform.intake.PlatformIntake;
import org.occupationalstandards.platform.intake.PlatformRebuild;
import org.occupationalstandards.platform.representation.PlatformRepresentations;
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

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
