package org.occupationalstandards.standards.worklist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done again and again for the worklist, by one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorklistSettings.class)
class WorklistConfiguration {

    @Bean
    RecurringTask<Void> forgetTellings(WhenTellingIsOldThenForgetIt policy) {
        return Tasks.recurring("forget-tellings", FixedDelay.ofHours(1))
                .execute((instance, context) -> policy.forget());
    }
}
