package org.occupationalstandards.notifications.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may read at once what takes long, in each instance.
 *
 * @param waiting requests for changes that wait for one
 * @param waitingPerAddress of these from one address
 * @param snapshots readers of the snapshot; each may keep a file on disk that newer ones have replaced
 * @param snapshotsPerAddress of these from one address
 */
@ConfigurationProperties("notifications.readers")
record ReaderSettings(
        @DefaultValue("5000") int waiting,
        @DefaultValue("100") int waitingPerAddress,
        @DefaultValue("20") int snapshots,
        @DefaultValue("3") int snapshotsPerAddress) {}
