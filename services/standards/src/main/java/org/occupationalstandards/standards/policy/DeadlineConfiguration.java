package org.occupationalstandards.standards.policy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.Places;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * db-scheduler without its Boot starter, which would reach every context of the standalone: a look is claimed by one
 * instance, and one that should have been while nobody was there comes first at the next start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class DeadlineConfiguration {

    private static final int THREADS = 4;

    @Bean
    CustomTask<Void> look(WhenDeadlinePassesThenAct policy) {
        return Tasks.custom(PlannedLooks.TASK, Void.class)
                .onFailure(policy::failed)
                .onDeadExecutionRevive()
                .execute((instance, context) -> policy.act(Look.of(instance.getId())));
    }

    @Bean(destroyMethod = "")
    Scheduler deadlineScheduler(
            DataSource dataSource,
            CustomTask<Void> look,
            List<RecurringTask<?>> repeated,
            DeadlineSettings settings,
            Clock clock) {
        return Scheduler.create(dataSource, look)
                .startTasks(repeated)
                .tableName(PlannedLooks.TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .schedulerName(new SchedulerName.Fixed("standards-" + UUID.randomUUID()))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(settings.lookEvery())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .build();
    }

    @Bean
    SmartLifecycle deadlineWatch(Scheduler scheduler) {
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                scheduler.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return Following.PHASE;
            }
        };
    }

    @Bean
    Gauge overdueDeadlines(PlannedLooks looks, MeterRegistry meters) {
        return Gauge.builder(
                        "standards.deadlines.overdue",
                        looks,
                        all -> all.overdue().toMillis() / 1000.0)
                .description("How long ago the earliest look at a standard should have been that has not been yet")
                .baseUnit("seconds")
                .register(meters);
    }

    @Bean
    Gauge deadlinesBehind(Places places, MeterRegistry meters) {
        return Gauge.builder(
                        "standards.deadlines.behind",
                        places,
                        all -> all.behind(WhenStandardChangesThenPlanNextLook.NAME)
                                .events())
                .description("Stored events whose deadlines are not planned yet")
                .register(meters);
    }
}
