package org.occupationalstandards.notifications.subscription;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param mostPerOwner subscriptions that one owner may have at once */
@ConfigurationProperties("notifications.subscriptions")
record SubscriptionSettings(@DefaultValue("100") int mostPerOwner) {}
