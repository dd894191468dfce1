package org.occupationalstandards.platform.intake;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Imported beside {@link PlatformIntake} by a service whose whole schema can be built anew; it then adds a {@link Rebuildable}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildSettings.class)
@Import(RebuildOperations.class)
public class PlatformRebuild {

    @Bean
    Rebuild rebuild(
            Rebuildable service,
            IntakeFactory factory,
            IntakeSettings intake,
            RebuildSettings settings,
            DataSource inUse,
            Flyway flyway,
            ObjectProvider<Clock> clock)
            throws SQLException {
        return new Rebuild(service, factory, intake, settings, inUse, flyway, clock.getIfAvailable(Clock::systemUTC));
    }
}
