package org.occupationalstandards.notifications.subscription;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one may have and ask for.
 *
 * @param mostPerOwner subscriptions that one owner may have at once
 * @param mostConfirmationsPerAddress mails in 24 hours that ask one mailbox whether mail is wanted, whoever caused them
 * @param mostConfirmationsPerOwner such mails in 24 hours that one owner may cause
 */
@ConfigurationProperties("notifications.subscriptions")
record SubscriptionSettings(
        @DefaultValue("100") int mostPerOwner,
        @DefaultValue("3") int mostConfirmationsPerAddress,
        @DefaultValue("100") int mostConfirmationsPerOwner) {}
