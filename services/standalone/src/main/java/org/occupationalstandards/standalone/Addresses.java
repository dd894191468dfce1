package org.occupationalstandards.standalone;

/**
 * Where everything answers.
 *
 * @param httpPort port of the catalogue
 */
record Addresses(int httpPort, int kafkaPort) {

    String catalogue() {
        return http(0);
    }

    String standards() {
        return http(1);
    }

    String notifications() {
        return http(2);
    }

    String identity() {
        return http(4);
    }

    String of(Service service) {
        return http(service.portOffset());
    }

    String kafka() {
        return "localhost:" + kafkaPort;
    }

    private String http(int offset) {
        return "http://localhost:" + (httpPort + offset);
    }
}
