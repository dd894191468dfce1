package org.occupationalstandards.embedded;

/** PostgreSQL or Kafka does not start. The message is one sentence for the person who started it. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
