package org.occupationalstandards.identity;

import java.time.Clock;
import org.occupationalstandards.platform.PlatformWeb;
import org.occupationalstandards.platform.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The identity service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import(PlatformWeb.class)
public class IdentityService {

    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(IdentityService.class, "identity");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
