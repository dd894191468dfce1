package org.occupationalstandards.catalogue.website;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.platform.PlatformWeb;
import org.occupationalstandards.platform.ServiceApplication;
import org.occupationalstandards.platform.security.AccessRules;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The website alone over {@link SampleCatalogue}: no database, no broker. Not annotated as a configuration, lest the whole service,
 * which scans this package, too, takes it for a part of itself.
 */
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, KafkaAutoConfiguration.class})
@ComponentScan(basePackageClasses = Website.class)
@Import(PlatformWeb.class)
class SampleSite {

    static SpringApplicationBuilder application() {
        return ServiceApplication.of(SampleSite.class, "catalogue");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    @Bean
    Catalogue catalogue() {
        return new SampleCatalogue();
    }

    @Bean
    ZoneId zone() {
        return ZoneId.of("Europe/London");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    AccessRules everybodyReads() {
        return requests -> requests.requestMatchers("/**").permitAll();
    }
}
