package org.occupationalstandards.standards.policy;

import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyConfiguration {

    @Bean
    LifecyclePolicy policy(PolicySettings settings) {
        return settings.policy();
    }
}
