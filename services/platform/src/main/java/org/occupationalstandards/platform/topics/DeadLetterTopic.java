package org.occupationalstandards.platform.topics;

import org.occupationalstandards.contracts.Topics;

/** Where a consumer leaves what it cannot read. */
public final class DeadLetterTopic {

    /** The dead letters of a topic; a message keeps its partition number there. */
    public static String of(String topic) {
        return topic + Topics.DEAD_LETTER_SUFFIX;
    }

    private DeadLetterTopic() {}
}
