package org.occupationalstandards.standalone;

/** The example cannot be continued now; the message says why, to be shown after a colon. The system itself goes on. */
final class ExampleFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExampleFailed(String message) {
        super(message);
    }
}
